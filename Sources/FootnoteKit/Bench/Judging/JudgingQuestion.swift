/// A question with the passages that were gathered for it.
public struct JudgingQuestion: Sendable, Hashable {
  /// Its name.
  public var id: String
  /// The sort of question.
  public var kind: String
  /// As it is asked.
  public var text: String
  /// In an order that says nothing of who found them.
  public var passages: [JudgingPassage]

  /// A question with the passages that are to be judged.
  public init(id: String, kind: String, text: String, passages: [JudgingPassage] = []) {
    self.id = id
    self.kind = kind
    self.text = text
    self.passages = passages
  }

  /// Number of passages that have a grade.
  public var judged: Int { passages.count { $0.grade != nil } }
}

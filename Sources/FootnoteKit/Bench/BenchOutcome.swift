/// What a measurement found.
public struct BenchOutcome: Sendable {
  /// What was searched.
  public struct Facts: Sendable, Hashable {
    public var documents: Int
    public var passages: Int
    /// `nil` where no mode asked for meaning.
    public var model: String?
    /// Share of the passages that have a vector, 0 ... 1.
    public var embedded: Double
    public var depth: Int
    public var seed: UInt64
  }

  public var report: BenchReport
  public var facts: Facts
  /// One for each mode, of its name.
  public var runs: [Run]
  /// The text of each question, by id.
  public var questions: [String: String]
  /// The first ranks, by mode and question.
  public var rankings: [String: [String: [RankedLabel]]]
  /// Whether there were questions without an answer, but no estimate to refuse them by.
  public var lacksEstimates: Bool
  /// What to say then.
  public static let absentEstimates =
    "no answer: not measured, since answers carry no estimate of answerability yet"
  /// What a user should know, one line each.
  public var warnings: [String]
}

/// A person's way through a judging file: from each passage without a grade to the next.
///
///     var walk = JudgingWalk(file)
///     while let place = walk.current { walk.grade(2) }
///
/// What is passed over stays without a grade, and is shown again on the next walk.
public struct JudgingWalk: Sendable {
  /// A passage by its indices.
  public struct Place: Sendable, Hashable, Comparable {
    /// Place of the question in the file, from 0.
    public var question: Int
    /// Place of the passage among the question's, from 0.
    public var passage: Int

    /// The place of a passage.
    public init(question: Int, passage: Int) {
      self.question = question
      self.passage = passage
    }

    public static func < (left: Place, right: Place) -> Bool {
      (left.question, left.passage) < (right.question, right.passage)
    }
  }

  /// A step that can be taken back.
  private struct Step {
    var place: Place
    var grade: Int?
  }

  /// What is judged, with the grades that were given.
  public private(set) var file: JudgingFile
  /// The passage to judge; `nil` at the end.
  public private(set) var current: Place?
  private var steps: [Step] = []

  /// A walk that begins at the first passage without a grade.
  public init(_ file: JudgingFile) {
    self.file = file
    current = firstUnjudged(from: Place(question: 0, passage: 0))
  }

  /// The question at a place of the walk.
  public func question(at place: Place) -> JudgingQuestion { file.questions[place.question] }

  /// The passage at a place of the walk.
  public func passage(at place: Place) -> JudgingPassage {
    file.questions[place.question].passages[place.passage]
  }

  /// Grades the passage and goes on.
  ///
  /// - Precondition: `JudgingPassage.grades` contains `grade`.
  public mutating func grade(_ grade: Int) {
    precondition(JudgingPassage.grades.contains(grade), "there is no such grade")
    guard let place = current else { return }
    leave(place)
    file.questions[place.question].passages[place.passage].grade = grade
    current = firstUnjudged(from: after(place))
  }

  /// Goes on without a grade.
  public mutating func skip() {
    guard let place = current else { return }
    leave(place)
    current = firstUnjudged(from: after(place))
  }

  /// Goes on to the next question.
  public mutating func nextQuestion() {
    guard let place = current else { return }
    leave(place)
    current = firstUnjudged(from: Place(question: place.question + 1, passage: 0))
  }

  /// Goes back to the passage before and takes its grade back.
  ///
  /// - Returns: `false` at the beginning.
  public mutating func undo() -> Bool {
    guard let step = steps.popLast() else { return false }
    file.questions[step.place.question].passages[step.place.passage].grade = step.grade
    current = step.place
    return true
  }

  private mutating func leave(_ place: Place) {
    steps.append(Step(place: place, grade: passage(at: place).grade))
  }

  private func after(_ place: Place) -> Place {
    Place(question: place.question, passage: place.passage + 1)
  }

  private func firstUnjudged(from start: Place) -> Place? {
    for question in file.questions.indices.dropFirst(start.question) {
      let first = question == start.question ? start.passage : 0
      for passage in file.questions[question].passages.indices.dropFirst(first)
      where file.questions[question].passages[passage].grade == nil {
        return Place(question: question, passage: passage)
      }
    }
    return nil
  }
}

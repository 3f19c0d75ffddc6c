/// What a measurement found.
public struct BenchOutcome: Sendable {
  /// What was searched.
  public struct Facts: Sendable, Hashable {
    /// Number of documents.
    public var documents: Int
    /// Number of passages.
    public var passages: Int
    /// `nil` where no mode asked for meaning.
    public var model: String?
    /// Share of the passages that have a vector, 0 ... 1.
    public var embedded: Double
    /// Number of passages, or documents of a collection, that were retrieved for each question.
    public var depth: Int
    /// What tests and intervals were drawn from.
    public var seed: UInt64
  }

  /// Means, intervals, comparisons and latencies.
  public var report: BenchReport
  /// What was searched.
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

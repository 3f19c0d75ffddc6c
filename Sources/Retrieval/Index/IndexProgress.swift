/// How far a stage of indexing is. Handed to a closure now and then, from the thread that indexes.
public struct IndexProgress: Sendable, Hashable {
  /// What is being done.
  public enum Stage: String, Sendable, Hashable {
    /// Reading and storing documents: lexical search is complete after it.
    case documents
    /// Encoding passages.
    case passages
  }

  /// What is being done.
  public var stage: Stage
  /// Units done and in all: documents or passages.
  public var done: Int
  /// Number of units in all.
  public var total: Int
  /// Units a second, over the stage so far; 0 before there is anything to measure.
  public var rate: Double
  /// What is being worked on.
  public var current: String?

  /// Seconds that remain at this rate; `nil` where there is no rate yet.
  public var secondsLeft: Double? {
    rate > 0 ? Double(total - done) / rate : nil
  }
}

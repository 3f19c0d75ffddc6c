/// A line of the log that is no entry and should be one, or an entry that is not as it should be.
public struct LogProblem: Sendable, Hashable {
  /// 1-based.
  public let line: Int
  /// The line as it is written.
  public let text: String
  /// What is wrong, for people.
  public let reason: String
  /// Whether the entry can be read all the same.
  public let isEntry: Bool
}

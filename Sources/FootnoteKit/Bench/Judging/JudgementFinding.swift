public import Evaluation

/// What has become of a judgement since it was made.
public struct JudgementFinding: Sendable, Hashable {
  /// Whether judged text is where the judgement says.
  public enum State: Sendable, Hashable {
    /// The text is where it was judged.
    case sound
    /// The text stands somewhere else now, or has another hash around its anchor.
    case moved(to: JudgedRange)
    /// The text is not found any more.
    case broken
  }

  /// Id of the query.
  public var query: String
  /// The judged lines.
  public var range: JudgedRange
  /// Whether the text is still there.
  public var state: State
  /// Why it does not hold where it stands, one clause; empty where it does.
  public var reason: String
}

/// A change that `LintFixer` makes, for people to look at first.
public struct LintFix: Sendable, Hashable {
  /// What it mends.
  public let rule: LintRule
  /// Relative to the root.
  public let path: String
  /// 1-based; `nil` for the file as a whole.
  public let line: Int?
  /// What stands there.
  public let old: String
  /// What is to stand there.
  public let new: String
}

/// Something in a knowledge base that is to be mended or known.
public struct LintFinding: Sendable, Hashable {
  /// What found it.
  public let rule: LintRule
  /// How much it matters.
  public let severity: LintSeverity
  /// Relative to the root.
  public let path: String
  /// 1-based; `nil` for a file as a whole.
  public let line: Int?
  /// What is wrong, in one line.
  public let message: String
  /// What to do, in one line.
  public let fix: String
  /// How it is mended without anybody; `nil` where somebody has to decide.
  let repair: LintRepair?

  /// Whether `LintFixer` can mend it.
  public var isMechanical: Bool { repair != nil }

  /// - Parameter severity: The rule's unless it is another.
  package init(
    _ rule: LintRule, _ severity: LintSeverity? = nil, path: String, line: Int? = nil,
    message: String, fix: String
  ) {
    self.init(rule, severity, path: path, line: line, message: message, fix: fix, repair: nil)
  }

  init(
    _ rule: LintRule, _ severity: LintSeverity? = nil, path: String, line: Int? = nil,
    message: String, fix: String, repair: LintRepair?
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.path = path
    self.line = line
    self.message = message
    self.fix = fix
    self.repair = repair
  }
}

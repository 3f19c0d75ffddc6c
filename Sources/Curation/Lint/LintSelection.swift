internal import Corpus

/// Which findings are asked for.
public struct LintSelection: Sendable, Hashable {
  /// Only of these rules; empty for all.
  public var rules: Set<LintRule> = []
  /// Only as bad as this, or worse.
  public var severity: LintSeverity = .info
  /// Only in these files and below these folders, relative to the root; empty for all.
  public var paths: [String] = []

  /// All rules, all files.
  public init() {}

  /// Whether anything of the file at `path` is asked for.
  package func covers(_ path: String) -> Bool {
    paths.isEmpty || paths.contains { FilePath.isWithin(path, folder: $0) }
  }

  func contains(_ finding: LintFinding) -> Bool {
    (rules.isEmpty || rules.contains(finding.rule)) && finding.severity >= severity
      && covers(finding.path)
  }
}

internal import Corpus

/// Which findings count: what `lint:` of `footnote.yml` switches off, and what is asked for.
struct LintSettings {
  private var off: Set<LintRule> = []
  private var exceptions: [LintRule: IgnoreRules] = [:]

  /// - Throws: `CurationError.unknownRule`.
  init(_ configuration: Configuration) throws(CurationError) {
    for (name, setting) in configuration.lint.sorted(by: { $0.key < $1.key }) {
      guard let rule = LintRule(rawValue: name) else { throw .unknownRule(name: name) }
      switch setting {
      case .off: off.insert(rule)
      case .except(let patterns): exceptions[rule] = IgnoreRules(patterns: patterns)
      }
    }
  }

  func allows(_ finding: LintFinding) -> Bool {
    !off.contains(finding.rule) && exceptions[finding.rule]?.fit(finding.path) != true
  }
}

internal import Corpus

/// In what the index differs from the pages.
struct CatalogCheck {
  private let plan: CatalogPlan

  init(_ plan: CatalogPlan) {
    self.plan = plan
  }

  func findings() -> [LintFinding] {
    guard plan.original != nil else {
      return [
        LintFinding(
          .uncatalogued, path: plan.path, message: "the wiki has no index",
          fix: "make it with footnote catalog", repair: .catalog)
      ]
    }
    return plan.changes.map(finding)
  }

  private func finding(_ change: CatalogChange) -> LintFinding {
    switch change.kind {
    case .missing:
      LintFinding(
        .uncatalogued, path: change.page, message: "the page is not in \(plan.path)",
        fix: "add its row with footnote catalog", repair: .catalog)
    case .dead:
      LintFinding(
        .deadRow, path: plan.path, line: change.line,
        message: "the row of '\(change.page)' has no page",
        fix: "remove it with footnote catalog, or make the page", repair: .catalog)
    case .differs, .misplaced:
      LintFinding(
        .wrongRow, path: plan.path, line: change.line,
        message: "the row of \(change.page) is wrong: \(change.reason)",
        fix: "correct it with footnote catalog", repair: .catalog)
    }
  }
}

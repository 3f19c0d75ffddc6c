internal import Corpus

/// Pages of the wiki that are older than what they were made from.
struct AgeCheck {
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  func findings() -> [LintFinding] {
    snapshot.pages.filter { $0.document.layer != "raw" }.compactMap(finding)
  }

  private func finding(_ page: SnapshotPage) -> LintFinding? {
    let document = page.document
    guard let updated = document.updated else { return nil }
    var newest: (path: String, date: CalendarDate)?
    for reference in document.sources {
      guard
        case .resolved(let path, _) = snapshot.references.resolve(reference, from: document.path),
        path != document.path, let source = snapshot.page(at: path)?.document,
        let date = source.layer == "raw" ? source.date : source.updated ?? source.date
      else { continue }
      if date > newest?.date ?? updated { newest = (path, date) }
    }
    guard let newest else { return nil }
    return LintFinding(
      .outdatedPage, path: document.path, line: page.entry("updated")?.line,
      message:
        "the page was updated on \(updated), before its source \(newest.path) of \(newest.date)",
      fix: "read that source, then set updated: to the day on which the page takes it into account")
  }
}

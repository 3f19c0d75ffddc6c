internal import Corpus

/// Links that lead nowhere, to several pages, or to a place that is not there.
struct LinkCheck {
  private let snapshot: Snapshot
  private let wrongRows: Set<Int>
  private let meant: MeantPage
  private let anchors: AnchorCheck

  /// - Parameter wrongRows: lines of the index whose rows are reported as a whole.
  init(_ snapshot: Snapshot, wrongRows: Set<Int>) {
    self.snapshot = snapshot
    self.wrongRows = wrongRows
    meant = MeantPage(snapshot)
    anchors = AnchorCheck(snapshot)
  }

  func findings() -> [LintFinding] {
    // Raw files are not edited, and a log is only added to: what it names may be gone since.
    let pages = snapshot.pages.filter {
      $0.document.layer != "raw" && $0.document.path != snapshot.layout?.logPath
    }
    var files = FileNames(snapshot.knowledgeBase)
    var found: [LintFinding] = []
    var missing = MissingPages()
    for page in pages {
      let isIndex = page.document.path == snapshot.layout?.indexPath
      for (position, link) in page.links.enumerated()
      where !(isIndex && wrongRows.contains(link.line)) {
        if let finding = broken(link, on: page, &files) {
          found.append(finding)
          missing.add(link, from: page.document.path)
        } else if let finding = ambiguous(link, at: position, on: page) {
          found.append(finding)
        } else if let finding = anchors.finding(link, on: page) {
          found.append(finding)
        }
      }
    }
    return found + missing.findings()
  }

  // MARK: Links to nothing

  private func broken(
    _ link: Link, on page: SnapshotPage, _ files: inout FileNames
  ) -> LintFinding? {
    let path = page.document.path
    guard snapshot.names.resolve(link, from: path) == .unresolved, !link.target.isEmpty,
      !files.holds(link, from: path)
    else { return nil }
    let isOutside = files.leadsOut(link, from: path)
    return LintFinding(
      .brokenLink, path: path, line: link.line,
      message: isOutside
        ? "the link to '\(link.target)' leads out of the knowledge base"
        : "the link to '\(link.target)' leads to no page",
      fix: isOutside
        ? "link to something within the knowledge base" : "make the page, or correct the link")
  }

  // MARK: Links to several pages

  private func ambiguous(
    _ link: Link, at position: Int, on page: SnapshotPage
  ) -> LintFinding? {
    guard link.kind != .markdown, !link.target.isEmpty else { return nil }
    let path = page.document.path
    switch snapshot.names.resolve(link, from: path) {
    case .ambiguous(let paths):
      return finding(
        link, position, path, nil, "fits \(paths.count) pages: \(list(paths))",
        meant.page(of: link, from: path, among: paths), paths)
    case .resolved(let found, _):
      guard let paths = meant.rivals(of: link) else { return nil }
      if found == path, link.fragment == nil {
        let choice = meant.page(of: link, from: path, among: paths)
        return finding(
          link, position, path, nil,
          "leads to the page itself, and would fit \(list(paths.filter { $0 != path }))",
          choice, paths)
      }
      // A name that has its folder, or is spelled as only one is, is clear.
      return finding(
        link, position, path, .info,
        "is taken for \(found) because that is nearest, and would fit \(list(paths.filter { $0 != found }))",
        nil, paths)
    case .external, .unresolved: return nil
    }
  }

  private func list(_ paths: [String]) -> String { paths.prefix(3).joined(separator: ", ") }

  private func finding(
    _ link: Link, _ position: Int, _ path: String, _ severity: LintSeverity?, _ what: String,
    _ choice: String?, _ paths: [String]
  ) -> LintFinding {
    let names = paths.compactMap {
      CatalogLink.name(of: $0, from: path, names: snapshot.names)
    }
    let target = choice.flatMap { CatalogLink.name(of: $0, from: path, names: snapshot.names) }
    let advice =
      target.map { "write [[\($0)]]" }
      ?? "write the folder, too: " + names.prefix(3).map { "[[\($0)]]" }.joined(separator: " or ")
    return LintFinding(
      .ambiguousLink, severity, path: path, line: link.line,
      message: "the link to '\(link.target)' \(what)", fix: advice,
      repair: target.map { .link(position: position, target: $0) })
  }
}

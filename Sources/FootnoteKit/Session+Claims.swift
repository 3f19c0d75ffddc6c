extension Session {
  /// Follows every statement of the wiki's pages, the overview included, to the sources, and finds those that
  /// no source says.
  ///
  /// - Parameters:
  ///   - selection: Which pages are followed.
  ///   - snapshot: The files as they are.
  ///   - findings: What `lint(_:_:)` has found, to which this is added.
  ///   - searcher: Over the index of this knowledge base, which should be up to date.
  ///   - progress: Called before each page with the number of pages that are done, and of all.
  /// - Returns: All findings in their order, and what kept statements from being followed.
  /// - Throws: As `Searcher.provenance(of:line:passages:)`, `CurationError`.
  /// - Complexity: That of a search for each statement.
  public func claims(
    _ snapshot: Snapshot, _ selection: LintSelection, adding findings: [LintFinding],
    searcher: Searcher, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> (findings: [LintFinding], notes: [String]) {
    var further: [LintFinding] = []
    var notes: [String] = []
    let pages = snapshot.claimingPages.filter { selection.covers($0) }
    for (index, path) in pages.enumerated() {
      progress(index, pages.count)
      guard let found = try searcher.provenance(of: path, passages: 1) else { continue }
      for warning in found.warnings where !notes.contains(warning) { notes.append(warning) }
      for statement in found.statements where !statement.isSupported {
        further.append(Self.finding(statement, path: path))
      }
    }
    let linter = Linter(snapshot, today: Self.today())
    return (try linter.merging(further, into: findings, selection), notes)
  }

  private static func finding(_ found: SupportedStatement, path: String) -> LintFinding {
    let text = found.statement.text
    let shown = text.count > 100 ? text.prefix(99) + "…" : text[...]
    let nearest = found.sources.first.map { "nearest: \($0.hit.citation)" }
    return LintFinding(
      .unsupportedClaim, path: path, line: found.statement.lines.lowerBound,
      message: "no source says “\(shown)”" + (nearest.map { " (\($0))" } ?? ""),
      fix: found.broken.isEmpty
        ? "link to the line that says it, or say whose view it is"
        : "mend the link: \(found.broken.map(\.description).joined(separator: ", ")) holds no text")
  }
}

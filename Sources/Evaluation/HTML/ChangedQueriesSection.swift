/// The queries on which the last mode and the best of the others differ most, with what both
/// retrieved.
struct ChangedQueriesSection {
  private static let shown = 12
  /// This many are open from the start.
  private static let open = 2
  private static let depth = 10

  let report: BenchReport
  let questions: [String: String]
  let rankings: [String: [String: [RankedLabel]]]

  var markup: Markup {
    guard let comparison, !comparison.changes.isEmpty else { return "" }
    let changes = comparison.changes.prefix(Self.shown)
    return """
      <section>
      <h2>Queries that changed most</h2>
      <p class="quiet">\(comparison.measure), \(comparison.baseline) → \(comparison.candidate)</p>
      \(changes.enumerated().map { entry($1, comparison, isOpen: $0 < Self.open) })</section>

      """
  }

  /// The comparison of the last mode with that of the others which scores best.
  private var comparison: SystemComparison? {
    report.comparisons.filter {
      $0.measure == report.measures.first && $0.candidate == report.modes.last?.name
    }.max { $0.baselineMean < $1.baselineMean }
  }

  private func entry(
    _ change: SystemComparison.Change, _ comparison: SystemComparison, isOpen: Bool
  ) -> Markup {
    let style = change.difference < 0 ? "loss" : "gain"
    let values = "\(Figure.value(change.baseline)) → \(Figure.value(change.candidate))"
    let details = [change.id, change.kind, values].filter { !$0.isEmpty }
      .joined(separator: " · ")
    let question = questions[change.id] ?? change.id
    let heading: Markup = """
      <span class="delta \(style)">\(Figure.signed(change.difference))</span>\
      <span dir="auto">\(question)</span><small>\(details)</small>
      """
    let lists = [comparison.baseline, comparison.candidate].compactMap { mode in
      rankings[mode]?[change.id].map { list(mode, $0) }
    }
    return """
      <details\(isOpen ? " open" as Markup : "")><summary>\(heading)</summary>
      \(lists.isEmpty ? "" : "<div class=\"pair\">\(lists)</div>\n" as Markup)</details>

      """
  }

  private func list(_ mode: String, _ ranking: [RankedLabel]) -> Markup {
    let items = ranking.prefix(Self.depth).map { item -> Markup in
      guard item.grade > 0 else { return "<li>\(item.label)</li>\n" }
      return """
        <li class="hit">\(item.label) <span class="grade" title="grade">\(item.grade)</span></li>

        """
    }
    let nothing: Markup = "<p class=\"quiet\">nothing retrieved</p>"
    return """
      <div><h3>\(mode)</h3>
      \(items.isEmpty ? nothing : "<ol class=\"hits\">\n\(items)</ol>")</div>

      """
  }
}

/// Whether questions without an answer were told from those with one.
struct RefusalSection {
  let report: BenchReport

  var markup: Markup {
    let rows = report.modes.compactMap { mode -> Markup? in
      guard let refusals = mode.refusals else { return nil }
      let area = refusals.area.map(Figure.value) ?? "–"
      return """
        <tr><th scope="row">\(mode.name)</th>\
        <td>\(share(refusals.rightlyRefused, of: refusals.unanswerable))</td>\
        <td>\(share(refusals.wronglyRefused, of: refusals.answerable))</td><td>\(area)</td></tr>

        """
    }
    guard !rows.isEmpty else { return "" }
    let heads = ["mode", "rightly refused", "wrongly refused", "area under ROC"]
      .map { "<th scope=\"col\">\($0)</th>" as Markup }
    return """
      <section>
      <h2>Questions without an answer</h2>
      <div class="scroll"><table>
      <thead><tr>\(heads)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      </section>

      """
  }

  private func share(_ part: Int, of whole: Int) -> Markup {
    guard whole > 0 else { return "–" }
    return """
      \(Figure.share(Double(part) / Double(whole)))<small>\(part) of \(whole)</small>
      """
  }
}

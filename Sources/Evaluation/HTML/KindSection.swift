/// The main measure by kind of query.
struct KindSection {
  let report: BenchReport

  var markup: Markup {
    guard let measure = report.measures.first, let mode = report.modes.last else { return "" }
    let kinds = mode.result.byKind()
    guard kinds.count > 1 else { return "" }
    let key = ModeKey(report)
    let means = report.modes.map { mode in
      Dictionary(
        mode.result.byKind().map { ($0.kind, $0.means[measure]) },
        uniquingKeysWith: { first, _ in first })
    }
    let tracks = kinds.map { row -> Markup in
      let points = means.enumerated().map { index, means -> Markup in
        guard let mean = means[row.kind] ?? nil else { return "" }
        let label = "\(key.names[index]) \(Figure.value(mean))"
        return Track.point(
          mean, top: key.top(index), style: key.style(index), label: label)
      }
      return """
        <div class="label">\(name(row.kind))</div><div class="track">\(points)</div>

        """
    }
    let rows = kinds.map { row -> Markup in
      let values = means.map { $0[row.kind] ?? nil }
      let best = values.compactMap(\.self).max()
      let cells = values.map { value -> Markup in
        guard let value else { return "<td>–</td>" }
        let isBest = values.count > 1 && value == best
        return "<td\(isBest ? " class=\"best\"" as Markup : "")>\(Figure.value(value))</td>"
      }
      return "<tr><th scope=\"row\">\(name(row.kind))</th><td>\(row.count)</td>\(cells)</tr>\n"
    }
    let heads = key.names.map { "<th scope=\"col\">\($0)</th>" as Markup }
    return """
      <section>
      <h2>By kind of query</h2>
      <div class="beside">
      <div class="scroll"><table>
      <thead><tr><th scope="col">kind</th><th scope="col">queries</th>\(heads)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      <div><h3>\(measure)</h3>
      \(key.points)<div class="tracks">
      \(tracks)<div class="corner"></div>\(Track.scale)</div></div></div>
      </section>

      """
  }

  private func name(_ kind: String) -> String {
    kind.isEmpty ? "no kind" : kind
  }
}

/// The main measure by kind of query.
struct KindSection {
  private let measure: String?
  private let key: ModeKey
  private let kinds: [(name: String, count: Int)]
  /// Kind → mean of the measure, for each mode.
  private let means: [[String: Double]]

  init(report: BenchReport) {
    let measure = report.measures.first
    self.measure = measure
    key = ModeKey(report)
    kinds = report.modes.last?.result.byKind().map { ($0.kind, $0.count) } ?? []
    means = report.modes.map { mode in
      var means: [String: Double] = [:]
      for row in mode.result.byKind() { means[row.kind] = measure.flatMap { row.means[$0] } }
      return means
    }
  }

  var markup: Markup {
    guard let measure, kinds.count > 1 else { return "" }
    return """
      <section>
      <h2>By kind of query</h2>
      <div class="beside">
      \(table)<div><h3>\(measure)</h3>
      \(tracks)</div></div>
      </section>

      """
  }

  private var table: Markup {
    let heads = key.names.map { "<th scope=\"col\">\($0)</th>" as Markup }
    let rows = kinds.map { kind -> Markup in
      let values = means.map { $0[kind.name] }
      let best = values.count > 1 ? values.compactMap(\.self).max() : nil
      let cells = values.map { value -> Markup in
        guard let value else { return "<td>–</td>" }
        let mark: Markup = value == best ? " class=\"best\"" : ""
        return "<td\(mark)>\(Figure.value(value))</td>"
      }
      return """
        <tr><th scope="row">\(label(kind.name))</th><td>\(kind.count)</td>\(cells)</tr>

        """
    }
    return """
      <div class="scroll"><table>
      <thead><tr><th scope="col">kind</th><th scope="col">queries</th>\(heads)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div>

      """
  }

  private var tracks: Markup {
    let rows = kinds.map { kind -> Markup in
      let points = means.enumerated().map { index, means -> Markup in
        guard let mean = means[kind.name] else { return "" }
        return Track.point(
          mean, top: key.top(index), style: key.style(index),
          label: "\(key.names[index]) \(Figure.value(mean))")
      }
      return """
        <div class="label">\(label(kind.name))</div><div class="track">\(points)</div>

        """
    }
    return """
      \(key.points)<div class="tracks">
      \(rows)<div class="corner"></div>\(Track.scale)</div>
      """
  }

  private func label(_ kind: String) -> String {
    kind.isEmpty ? "no kind" : kind
  }
}

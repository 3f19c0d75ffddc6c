/// What came out, in a sentence, a picture and a table.
struct SummarySection {
  let report: BenchReport

  var markup: Markup {
    guard let main = report.measures.first else {
      return "<section><p class=\"lead\">Nothing was measured.</p></section>\n"
    }
    return """
      <section>
      \(lead(main))<div class="beside">
      \(table)\(tracks)</div>
      </section>

      """
  }

  /// The last mode's mean, and how it stands against the best of the others.
  private func lead(_ measure: String) -> Markup {
    guard let mode = report.modes.last, let mean = mode.result.means[measure] else { return "" }
    var text: Markup = "<p class=\"lead\"><b>\(mode.name)</b> reaches \(measure) "
    text += "<b>\(Figure.value(mean))</b>"
    if let interval = mode.intervals[measure] { text += " (\(Figure.range(interval)))" }
    let others = report.modes.dropLast().filter { $0.result.means[measure] != nil }
    let best = others.max { left, right in
      (left.result.means[measure] ?? 0) < (right.result.means[measure] ?? 0)
    }
    if let best, let other = best.result.means[measure] {
      let difference = mean - other
      text += ", \(Figure.value(abs(difference))) \(difference < 0 ? "below" : "above") "
      text += "\(best.name)"
      let comparison = report.comparisons.first {
        $0.measure == measure && $0.baseline == best.name && $0.candidate == mode.name
      }
      if let p = comparison?.adjustedPValue ?? comparison?.pValue {
        let sign = p < 0.001 ? "" : "=\u{A0}"
        text += " (<i>p</i>\u{A0}\(sign)\(Figure.probability(p)))"
      }
    }
    text += ".</p>\n"
    return text
  }

  /// A track for each measure, on it a point and an interval for each mode.
  private var tracks: Markup {
    let key = ModeKey(report)
    let rows = report.measures.map { measure -> Markup in
      let points = report.modes.enumerated().map { index, mode -> Markup in
        guard let mean = mode.result.means[measure] else { return "" }
        let (style, top) = (key.style(index), key.top(index))
        let label = "\(mode.name) \(Figure.value(mean))"
        let whisker = mode.intervals[measure].map { Track.whisker($0, top: top, style: style) }
        return "\(whisker ?? "")\(Track.point(mean, top: top, style: style, label: label))"
      }
      return """
        <div class="label">\(measure)</div><div class="track">\(points)</div>

        """
    }
    return """
      <div>\(key.points)<div class="tracks">
      \(rows)<div class="corner"></div>\(Track.scale)</div></div>

      """
  }

  private var table: Markup {
    let heads = report.modes.map { "<th scope=\"col\">\($0.name)</th>" as Markup }
    let rows = report.measures.map { measure -> Markup in
      let best = report.modes.compactMap { $0.result.means[measure] }.max()
      let cells = report.modes.map { mode -> Markup in
        guard let mean = mode.result.means[measure] else { return "<td>–</td>" }
        let interval =
          mode.intervals[measure]
          .map { "<small>\(Figure.range($0))</small>" as Markup } ?? ""
        let isBest = report.modes.count > 1 && mean == best
        return
          "<td\(isBest ? " class=\"best\"" as Markup : "")>\(Figure.value(mean))\(interval)</td>"
      }
      return "<tr><th scope=\"row\">\(measure)</th>\(cells)</tr>\n"
    }
    return """
      <div class="scroll"><table>
      <caption>Means over all queries with 95 % intervals; the best of a row is bold.</caption>
      <thead><tr><th scope="col">measure</th>\(heads)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div>

      """
  }
}

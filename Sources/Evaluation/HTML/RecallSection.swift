internal import Foundation

/// How recall grows with the number of results that are looked at.
struct RecallSection {
  private static let (left, top, width, height) = (30.0, 8.0, 360.0, 190.0)

  let report: BenchReport

  var markup: Markup {
    let depth = report.modes.map(\.result.recallByDepth.count).max() ?? 0
    guard depth > 1 else { return "" }
    let key = ModeKey(report)
    let curves = report.modes.enumerated().map { index, mode -> Markup in
      let recall = mode.result.recallByDepth
      guard !recall.isEmpty else { return "" }
      return """
        <path class="curve \(key.style(index))" stroke-dasharray="\(key.dash(index))" \
        d="\(path(recall, depth))"><title>\(mode.name)</title></path>

        """
    }
    return """
      <section>
      <h2>Recall by depth</h2>
      \(key.lines)<figure>
      <svg viewBox="0 0 400 \(Self.height + 34)" role="img" \
      aria-label="Mean recall by number of results">\(grid(depth))\(curves)</svg>
      <figcaption>Mean share of all that is relevant, by number of results looked at \
      (logarithmic)</figcaption></figure>
      </section>

      """
  }

  private func path(_ recall: [Double], _ depth: Int) -> Markup {
    var path: Markup = ""
    for (index, value) in recall.enumerated() {
      path += "\(index == 0 ? "M" : "L")\(x(index + 1, depth)) \(y(value))"
    }
    return path
  }

  private func grid(_ depth: Int) -> Markup {
    let rows = [0, 0.25, 0.5, 0.75, 1].map { value -> Markup in
      """
      <path class="grid" d="M\(Self.left) \(y(value))h\(Self.width)"/>\
      <text x="\(Self.left - 5)" y="\(y(value) + 4)" text-anchor="end">\(String(format: "%g", value))</text>

      """
    }
    let bottom = Self.top + Self.height
    let columns = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].filter { $0 <= depth }
    let ticks = columns.map { value -> Markup in
      """
      <path class="grid" d="M\(x(value, depth)) \(bottom)v4"/>\
      <text x="\(x(value, depth))" y="\(bottom + 18)" text-anchor="middle">\(value)</text>

      """
    }
    return "\(rows)\(ticks)"
  }

  private func x(_ rank: Int, _ depth: Int) -> Double {
    Self.left + Self.width * log(Double(rank)) / log(Double(depth))
  }

  private func y(_ recall: Double) -> Double {
    Self.top + Self.height * (1 - recall)
  }
}

/// The difference of every query as a bar, best first. Queries without difference are the gap between
/// both sides.
struct DifferenceBars {
  private static let (left, width, height) = (38.0, 358.0, 150.0)
  /// Longer questions are cut off in tooltips.
  private static let tooltipLength = 90

  let title: String
  let measure: String
  let pairs: [SystemComparison.Change]
  let questions: [String: String]

  var markup: Markup {
    let sorted = pairs.sorted { left, right in
      left.difference == right.difference
        ? left.id.precedesInBytes(right.id) : left.difference > right.difference
    }
    guard !sorted.isEmpty else { return "" }
    let largest = sorted.map { abs($0.difference) }.max() ?? 0
    let limit = [0.1, 0.25, 0.5].first { $0 >= largest } ?? 1
    let step = Self.width / Double(sorted.count)
    let bars = sorted.enumerated().map { index, change in
      bar(change, x: Self.left + Double(index) * step, width: max(0.4, min(step * 0.85, 14)), limit)
    }
    let ticks = [limit, limit / 2, 0, -limit / 2, -limit].map { value -> Markup in
      let y = Self.y(value, limit)
      return """
        <path class="\(value == 0 ? "grid zero" : "grid")" d="M\(Self.left) \(y)h\(Self.width)"/>\
        <text x="\(Self.left - 5)" y="\(y + 4)" text-anchor="end">\(Figure.tick(value))</text>
        """
    }
    return """
      <figure><h3>\(title)</h3>
      <svg viewBox="0 0 400 \(Self.height + 16)" role="img" \
      aria-label="\("Difference in \(measure) of each query, \(title)")">\(ticks)\(bars)</svg>
      <figcaption>Difference in \(measure) of each of \
      \(Figure.count(sorted.count, "query", "queries")), best first</figcaption></figure>

      """
  }

  private func bar(
    _ change: SystemComparison.Change, x: Double, width: Double, _ limit: Double
  ) -> Markup {
    let difference = change.difference
    guard abs(difference) >= SystemComparison.tieThreshold else { return "" }
    let (top, zero) = (Self.y(max(0, difference), limit), Self.y(0, limit))
    let height = abs(Self.y(difference, limit) - zero)
    let question = String((questions[change.id] ?? "").prefix(Self.tooltipLength))
    let values = "\(Figure.value(change.baseline)) → \(Figure.value(change.candidate))"
    let label = [change.id, values, question].filter { !$0.isEmpty }.joined(separator: "  ")
    return """
      <rect class="\(difference > 0 ? "gain" : "loss")" x="\(x)" y="\(top)" width="\(width)" \
      height="\(height)"><title>\(label)</title></rect>

      """
  }

  private static func y(_ value: Double, _ limit: Double) -> Double {
    8 + height / 2 * (1 - value / limit)
  }
}

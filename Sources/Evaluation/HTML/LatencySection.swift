/// How long answers took: percentiles, and a histogram for each mode on a common scale.
struct LatencySection {
  let report: BenchReport

  var markup: Markup {
    let timed = report.modes.enumerated().filter { !$0.element.milliseconds.isEmpty }
    guard !timed.isEmpty else { return "" }
    let key = ModeKey(report)
    let rows = timed.compactMap { _, mode -> Markup? in
      guard let latency = mode.latency else { return nil }
      let figures = [latency.p50, latency.p95, latency.p99, latency.mean]
        .map { "<td>\(Figure.milliseconds($0))</td>" as Markup }
      return """
        <tr><th scope="row">\(mode.name)</th>\(figures)<td>\(latency.count)</td></tr>

        """
    }
    let histogram = LatencyHistogram(
      samples: timed.map { index, mode in
        LatencyHistogram.Sample(
          name: mode.name, style: key.style(index), milliseconds: mode.milliseconds)
      })
    let heads = ["mode", "p50", "p95", "p99", "mean", "answers"]
      .map { "<th scope=\"col\">\($0)</th>" as Markup }
    return """
      <section>
      <h2>Latency</h2>
      <div class="scroll"><table>
      <caption>Milliseconds for an answer</caption>
      <thead><tr>\(heads)</tr></thead>
      <tbody>
      \(rows)</tbody></table></div>
      \(histogram.markup)</section>

      """
  }
}

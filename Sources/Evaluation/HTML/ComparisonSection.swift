/// The modes against each other: the tests, and the difference of every query.
struct ComparisonSection {
  let report: BenchReport
  let questions: [String: String]

  var markup: Markup {
    guard !report.comparisons.isEmpty else { return "" }
    let table = ComparisonTable(
      comparisons: report.comparisons, subject: "modes",
      name: { "\($0.baseline) → \($0.candidate)" })
    return """
      <section>
      <h2>Modes compared</h2>
      \(table.markup)<div class="figures">
      \(figures)</div>
      </section>

      """
  }

  private var figures: [Markup] {
    report.comparisons.filter { $0.measure == report.measures.first }.map { comparison in
      guard let baseline = report.mode(comparison.baseline)?.result,
        let candidate = report.mode(comparison.candidate)?.result
      else { return "" }
      return DifferenceBars(
        title: "\(comparison.baseline) → \(comparison.candidate)", measure: comparison.measure,
        pairs: SystemComparison.pairs(comparison.measure, baseline, candidate),
        questions: questions
      ).markup
    }
  }
}

/// A bench as a page for people: one HTML file that needs no other and no network.
///
///     let page = HTMLReport(report: report, questions: questions).html
///
/// The page adapts to light and dark, to narrow and wide windows, and to paper.
public struct HTMLReport: Sendable {
  /// Of the page.
  public var title: String
  /// What is shown.
  public var report: BenchReport
  /// The text of each query, by id. Without it a query is shown by its id.
  public var questions: [String: String]
  /// What each mode retrieved: mode → query → best first.
  public var rankings: [String: [String: [RankedLabel]]]
  /// The report held against an earlier one.
  public var baseline: BaselineComparison?
  /// How the figures came about, a line each: machine, model, command, date.
  public var remarks: [String]

  /// A page that shows `report`.
  public init(
    title: String? = nil, report: BenchReport, questions: [String: String] = [:],
    rankings: [String: [String: [RankedLabel]]] = [:], baseline: BaselineComparison? = nil,
    remarks: [String] = []
  ) {
    self.title = title ?? "Retrieval quality: \(report.dataset)"
    self.report = report
    self.questions = questions
    self.rankings = rankings
    self.baseline = baseline
    self.remarks = remarks
  }

  /// The page. Names, questions and labels are escaped; a content security policy forbids the page
  /// to load or run anything.
  public var html: String {
    let sections = [
      SummarySection(report: report).markup, KindSection(report: report).markup,
      ComparisonSection(report: report, questions: questions).markup,
      baseline.map { BaselineSection(comparison: $0).markup } ?? "",
      RecallSection(report: report).markup, LatencySection(report: report).markup,
      RefusalSection(report: report).markup,
      ChangedQueriesSection(report: report, questions: questions, rankings: rankings).markup,
      Self.explanation(report.measures),
    ]
    let page: Markup = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" \
      content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(title)</title>
      <style>
      \(ReportStyle.sheet)</style>
      </head>
      <body>
      <main>
      \(header)\(sections)</main>
      </body>
      </html>

      """
    return page.text
  }

  private var header: Markup {
    let parts = [
      report.dataset, Figure.count(report.queryCount, "judged query", "judged queries"),
      report.modes.map(\.name).joined(separator: ", "),
    ]
    return """
      <header>
      <h1>\(title)</h1>
      <p class="quiet">\(parts.filter { !$0.isEmpty }.joined(separator: " · "))</p>
      \(remarks.map { "<p class=\"quiet remark\">\($0)</p>\n" as Markup })</header>

      """
  }

  private static func explanation(_ measures: [String]) -> Markup {
    let entries = measures.compactMap { name in
      Measure(name).map { "<dt>\(name)</dt><dd>\($0.explanation)</dd>\n" as Markup }
    }
    return """
      <section>
      <h2>How to read this</h2>
      <p>Every measure lies between 0 and 1, more is better, and is a mean over all judged queries; \
      a query that got no answer counts 0. Intervals are 95 % percentile bootstrap intervals over \
      the queries. <i>p</i> is the probability of a difference this large if two modes were equal, \
      by a two-sided paired randomisation test; <i>p</i> (Holm) is corrected for the number of \
      comparisons in its table.</p>
      <dl>\(entries)</dl>
      </section>

      """
  }
}

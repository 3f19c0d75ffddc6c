/// A bench as a page for people: one HTML file that needs no other.
///
///     try HTMLReport(report: report).html.write(to: …)
public struct HTMLReport: Sendable {
  public var title: String
  public var report: BenchReport
  /// The text of each query, by id. Without it a query is shown by its id.
  public var questions: [String: String]
  /// What each mode retrieved: mode → query → best first.
  public var rankings: [String: [String: [RankedLabel]]]
  /// The report held against an earlier one.
  public var baseline: BaselineComparison?
  /// How the figures came about, a line each: machine, model, command, date.
  public var remarks: [String]

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

  /// The page. All text that is not ours is escaped.
  public var html: String { "" }
}

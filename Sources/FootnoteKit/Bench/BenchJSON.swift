/// A measurement, as `bench --format json` prints it: the report with what was searched, and what fell
/// since the baseline. `BenchReport` reads it back.
public struct BenchJSON: Encodable, Sendable {
  struct RegressionJSON: Encodable, Sendable {
    let mode: String
    let measure: String
    let before: Double
    let after: Double
    let p: Double?
  }

  private let report: BenchReport
  private let facts: BenchOutcome.Facts?
  private let regressions: [RegressionJSON]?
  private let warnings: [String]

  /// What is shown of `outcome`, and what fell since a baseline.
  public init(_ outcome: BenchOutcome, baseline: BaselineComparison? = nil) {
    report = outcome.report
    facts = outcome.facts
    warnings = outcome.warnings + (outcome.lacksEstimates ? [BenchOutcome.absentEstimates] : [])
    regressions = baseline?.regressions.map {
      RegressionJSON(
        mode: $0.mode, measure: $0.measure, before: $0.before, after: $0.after,
        p: $0.adjustedPValue)
    }
  }

  /// A report of runs that were made elsewhere.
  public init(_ report: BenchReport) {
    self.report = report
    facts = nil
    regressions = nil
    warnings = []
  }

  enum CodingKeys: String, CodingKey {
    case footnote, documents, passages, model, embedded, depth, seed, regressions, warnings
  }

  public func encode(to encoder: any Swift.Encoder) throws {
    try report.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(FootnoteVersion.current, forKey: .footnote)
    try container.encodeIfPresent(regressions, forKey: .regressions)
    try container.encode(warnings, forKey: .warnings)
    guard let facts else { return }
    try container.encode(facts.documents, forKey: .documents)
    try container.encode(facts.passages, forKey: .passages)
    try container.encode(facts.model, forKey: .model)
    try container.encode(facts.embedded, forKey: .embedded)
    try container.encode(facts.depth, forKey: .depth)
    try container.encode(facts.seed, forKey: .seed)
  }
}

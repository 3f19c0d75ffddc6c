/// A report held against an earlier one of the same dataset.
///
/// Means are taken over the queries that both reports have, so that adding queries is no change.
public struct BaselineComparison: Sendable, Hashable {
  /// A drop of a mean up to this much is not reported unless another tolerance is given.
  public static let defaultTolerance = 0.005

  /// One for each mode and measure that both reports have by query, in the order of the report, with
  /// Holm's correction over all of them. Baseline and candidate both carry the mode's name.
  public let comparisons: [SystemComparison]
  /// What fell by more than the tolerance and, where it could be tested, significantly; in the order
  /// of the report.
  public let regressions: [Regression]
  /// Modes and measures of the baseline that the report lacks, as `mode measure`.
  public let missing: [String]
  /// Number of means, one for each mode and measure, that both reports have.
  public let compared: Int

  /// - Parameters:
  ///   - measures: Names of the measures to compare; nil for all. Fewer tests are stronger tests.
  ///   - tolerance: A mean may fall by this much.
  ///   - level: What a corrected p value has to be below to count as significant.
  public init(
    baseline: BenchReport, report: BenchReport, measures: [Measure]? = nil,
    tolerance: Double = BaselineComparison.defaultTolerance, level: Double = 0.05,
    settings: SamplingSettings = SamplingSettings()
  ) {
    let names = measures?.map(\.description) ?? baseline.measures
    var tested: [SystemComparison] = []
    var untested: [Regression] = []
    var missing: [String] = []
    var compared = 0
    for old in baseline.modes {
      for name in names {
        guard let before = old.result.means[name] else { continue }
        guard let new = report.mode(old.name), let after = new.result.means[name] else {
          missing.append("\(old.name) \(name)")
          continue
        }
        compared += 1
        let comparison = SystemComparison(
          measureName: name, baseline: old.result, candidate: new.result, settings: settings)
        if comparison.count > 0 {
          tested.append(comparison)
        } else if before - after > tolerance {
          untested.append(
            Regression(mode: old.name, measure: name, before: before, after: after))
        }
      }
    }
    comparisons = SystemComparison.corrected(tested)
    let significant = comparisons.filter { comparison in
      comparison.difference.mean < -tolerance && (comparison.adjustedPValue ?? 1) < level
    }
    regressions =
      significant.map { comparison in
        Regression(
          mode: comparison.candidate, measure: comparison.measure,
          before: comparison.baselineMean, after: comparison.candidateMean,
          adjustedPValue: comparison.adjustedPValue)
      } + untested
    self.missing = missing
    self.compared = compared
  }
}

import Evaluation
import Testing

struct BaselineComparisonTests {
  static let few = SamplingSettings(permutations: 2000, resamples: 200)

  static func report(_ values: [Double], mode: String = "hybrid") -> BenchReport {
    BenchReport(
      dataset: "d", modes: [BenchReport.Mode(result: result(mode, values))], settings: few)
  }

  static let before = (0..<40).map { 0.4 + Double($0 % 5) * 0.1 }

  @Test func nothingChanged() {
    let comparison = BaselineComparison(
      baseline: Self.report(Self.before), report: Self.report(Self.before), settings: Self.few)
    #expect(comparison.regressions.isEmpty)
    #expect(comparison.missing.isEmpty)
    #expect(comparison.comparisons.map(\.pValue) == [1])
    #expect(comparison.comparisons.map(\.adjustedPValue) == [1])
  }

  @Test func aDropThatIsLargeAndCertainIsARegression() throws {
    let after = Self.before.map { $0 - 0.05 }
    let comparison = BaselineComparison(
      baseline: Self.report(Self.before), report: Self.report(after), settings: Self.few)
    let regression = try #require(comparison.regressions.first)
    #expect(comparison.regressions.count == 1)
    #expect((regression.mode, regression.measure) == ("hybrid", "nDCG@10"))
    #expect(abs(regression.change + 0.05) < 1e-12)
    #expect((regression.adjustedPValue ?? 1) < 0.001)
    #expect(
      BaselineComparison(
        baseline: Self.report(Self.before), report: Self.report(after), tolerance: 0.06,
        settings: Self.few
      ).regressions.isEmpty)
    #expect(
      BaselineComparison(
        baseline: Self.report(after), report: Self.report(Self.before), settings: Self.few
      ).regressions.isEmpty)
  }

  @Test func aDropByChanceIsNone() {
    var after = Self.before
    after[0] -= 0.4
    let comparison = BaselineComparison(
      baseline: Self.report(Self.before), report: Self.report(after), settings: Self.few)
    #expect(comparison.comparisons.first.map { $0.difference.mean < -0.005 } == true)
    #expect(comparison.regressions.isEmpty)
  }

  @Test func withoutValuesByQueryTheDropAloneDecides() throws {
    let baseline = try BenchReport(
      json: #"{"modes": {"hybrid": {"nDCG@10": 0.7, "MAP": 0.5}}}"#, file: "b")
    let report = Self.report([0.6, 0.6])
    let comparison = BaselineComparison(baseline: baseline, report: report, settings: Self.few)
    #expect(
      comparison.regressions == [
        Regression(mode: "hybrid", measure: "nDCG@10", before: 0.7, after: 0.6)
      ])
    #expect(comparison.missing == ["hybrid MAP"])
    #expect(comparison.comparisons.isEmpty)
  }

  @Test func onlyTheMeasuresThatWereAskedFor() {
    let comparison = BaselineComparison(
      baseline: Self.report(Self.before), report: Self.report([0, 0, 0]),
      measures: [.averagePrecision], settings: Self.few)
    #expect(comparison.comparisons.isEmpty)
    #expect(comparison.regressions.isEmpty)
  }

  @Test func missingModesAreNamed() {
    let comparison = BaselineComparison(
      baseline: Self.report(Self.before, mode: "lexical"), report: Self.report(Self.before),
      settings: Self.few)
    #expect(comparison.missing == ["lexical nDCG@10"])
  }

  @Test func queriesThatWereAddedAreNoChange() {
    let comparison = BaselineComparison(
      baseline: Self.report(Self.before),
      report: Self.report(Self.before + [Double](repeating: 0, count: 60)), settings: Self.few)
    #expect(comparison.regressions.isEmpty)
    #expect(comparison.comparisons.map(\.count) == [40])
  }
}

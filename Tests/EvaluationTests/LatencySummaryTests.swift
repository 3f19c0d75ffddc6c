import Evaluation
import Testing

struct LatencySummaryTests {
  @Test func percentiles() {
    let summary = LatencySummary(milliseconds: (0...100).reversed().map(Double.init))
    #expect(summary.p50 == 50)
    #expect(summary.p95 == 95)
    #expect(summary.p99 == 99)
    #expect(summary.mean == 50)
    #expect(summary.count == 101)
    #expect(LatencySummary(milliseconds: [1, 2]).p50 == 1.5)
    #expect(LatencySummary(milliseconds: [7]).p99 == 7)
  }

  @Test func nothingMeasured() {
    let summary = LatencySummary(milliseconds: [])
    #expect((summary.p50, summary.p95, summary.p99) == (0, 0, 0))
    #expect(summary.mean == 0)
    #expect(summary.count == 0)
  }
}

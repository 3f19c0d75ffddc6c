import Evaluation
import Testing

struct SystemComparisonTests {
  static let few = SamplingSettings(permutations: 2000, resamples: 500)

  @Test func pairsByQueryWhateverTheirOrder() {
    let baseline = EvaluationResult(
      name: "old",
      queries: [
        QueryResult(id: "a", kind: "k", values: ["P@5": 0.2]),
        QueryResult(id: "b", kind: "k", values: ["P@5": 0.4]),
        QueryResult(id: "gone", kind: "k", values: ["P@5": 1]),
      ])
    let candidate = EvaluationResult(
      name: "new",
      queries: [
        QueryResult(id: "b", kind: "k", values: ["P@5": 0.4 + 1e-12]),
        QueryResult(id: "added", kind: "k", values: ["P@5": 1]),
        QueryResult(id: "a", kind: "k", values: ["P@5": 0.6]),
      ])
    let comparison = SystemComparison(
      measure: .precision(5), baseline: baseline, candidate: candidate, settings: Self.few)
    #expect(comparison.count == 2)
    #expect((comparison.wins, comparison.ties, comparison.losses) == (1, 1, 0))
    #expect(abs(comparison.baselineMean - 0.3) < 1e-9)
    #expect(abs(comparison.candidateMean - 0.5) < 1e-9)
    #expect(abs(comparison.difference.mean - 0.2) < 1e-9)
    #expect(comparison.changes.map(\.id) == ["a"])
    #expect(comparison.pValue == 1)
    #expect((comparison.baseline, comparison.candidate) == ("old", "new"))
    #expect(comparison.adjustedPValue == nil)
  }

  @Test func turningAroundTurnsTheDifference() {
    var generator = SeededGenerator(seed: 8)
    let (left, right) = (
      (0..<40).map { _ in Double.random(in: 0...1, using: &generator) },
      (0..<40).map { _ in Double.random(in: 0...1, using: &generator) }
    )
    let forth = SystemComparison(
      measure: .nDCG(10), baseline: result("l", left), candidate: result("r", right),
      settings: Self.few)
    let back = SystemComparison(
      measure: .nDCG(10), baseline: result("r", right), candidate: result("l", left),
      settings: Self.few)
    #expect(forth.pValue == back.pValue)
    #expect((forth.wins, forth.losses) == (back.losses, back.wins))
    #expect(abs(forth.difference.mean + back.difference.mean) < 1e-12)
    #expect(forth.changes.map(\.id) == back.changes.map(\.id))
    #expect(forth.difference.lower < forth.difference.mean)
    #expect(forth.difference.upper > forth.difference.mean)
  }

  @Test func identicalSystems() {
    let same = result("s", [0.1, 0.2, 0.3])
    let comparison = SystemComparison(measure: .nDCG(10), baseline: same, candidate: same)
    #expect(comparison.pValue == 1)
    #expect(comparison.ties == 3)
    #expect(comparison.changes.isEmpty)
    #expect(comparison.difference == BootstrapInterval(mean: 0, lower: 0, upper: 0))
  }

  @Test func theLargestChangesComeFirst() {
    let count = SystemComparison.changeLimit + 5
    let baseline = result("b", [Double](repeating: 0.5, count: count))
    var values = (0..<count).map { 0.5 + Double($0) * 0.01 }
    values[3] = 0
    let comparison = SystemComparison(
      measure: .nDCG(10), baseline: baseline, candidate: result("c", values), settings: Self.few)
    #expect(comparison.changes.count == SystemComparison.changeLimit)
    #expect(comparison.changes.prefix(3).map(\.id) == ["q3", "q24", "q23"])
    #expect(comparison.changes.first?.difference == -0.5)
  }

  @Test func allPairsAreCorrectedTogether() {
    let systems = [
      result("a", [Double](repeating: 0.1, count: 10)),
      result("b", [Double](repeating: 0.2, count: 10)),
      result("c", [Double](repeating: 0.2, count: 10)),
    ]
    let comparisons = SystemComparison.all(of: systems, measures: [.nDCG(10)], settings: Self.few)
    #expect(comparisons.map { $0.baseline + $0.candidate } == ["ab", "ac", "bc"])
    #expect(comparisons.map(\.pValue) == [2.0 / 1024, 2.0 / 1024, 1])
    #expect(comparisons.map(\.adjustedPValue) == [6.0 / 1024, 6.0 / 1024, 1])
    #expect(SystemComparison.all(of: [systems[0]], measures: [.nDCG(10)]).isEmpty)
  }
}

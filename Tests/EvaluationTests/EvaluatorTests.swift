import Evaluation
import Foundation
import Testing

struct EvaluatorTests {
  /// What trec_eval's code gave for a run; see Fixtures/make_fixture.py.
  struct Expected: Decodable {
    let queries: [String: [String: Double]]
    let complete: [String: Double]
    let answered: [String: Double]
  }

  static let runs = ["plain", "ties", "float32", "missing", "extra", "constant", "exponents"]

  @Test(arguments: runs)
  func equalsTrecEval(label: String) throws {
    let all = try Fixture.decode([String: Expected].self, "expected.json")
    let expected = try #require(all[label])
    let qrels = try Qrels(trec: try Fixture.text("qrels.txt"))
    let run = try Run(trec: try Fixture.text("run-\(label).trec"))
    #expect(run.name == label)
    let measures = try expected.complete.keys.map { try #require(Measure($0)) }
    #expect(measures.count == 18)
    let result = Evaluator.evaluate(run, qrels: qrels, measures: measures)
    #expect(result.queries.count == qrels.grades.count)
    #expect(Set(result.queries.filter(\.isAnswered).map(\.id)) == Set(expected.queries.keys))
    for query in result.queries {
      for measure in measures.map(\.description) {
        let value = try #require(query.values[measure])
        let theirs = expected.queries[query.id]?[measure] ?? 0
        #expect(abs(value - theirs) < 1e-12, "\(label) \(query.id) \(measure)")
      }
    }
    for (name, theirs) in expected.complete {
      #expect(abs((result.means[name] ?? -1) - theirs) < 1e-12, "\(label) \(name) of all")
    }
    for (name, theirs) in expected.answered {
      let mean = result.meansOfAnswered[name] ?? -1
      #expect(abs(mean - theirs) < 1e-12, "\(label) \(name) of the answered")
    }
  }

  @Test func theFixtureHoldsWhatMatters() throws {
    let qrels = try Qrels(trec: try Fixture.text("qrels.txt"))
    let grades = qrels.grades.values.flatMap(\.values)
    #expect(Set(grades) == [-2, -1, 0, 1, 2, 3, 4])
    #expect(qrels.grades.values.count { $0.values.allSatisfy { $0 <= 0 } } >= 8)
    let missing = try Run(trec: try Fixture.text("run-missing.trec"))
    #expect(missing.entries.count < qrels.grades.count)
    let extra = try Run(trec: try Fixture.text("run-extra.trec"))
    #expect(extra.entries["x1"] != nil && qrels.grades["x1"] == nil)
    let floats = try Run(trec: try Fixture.text("run-float32.trec"))
    for entries in floats.entries.values where entries.count > 20 {
      #expect(Set(entries.map(\.score)).count == entries.count)
      #expect(Set(entries.map { Float($0.score) }).count < entries.count)
    }
  }

  @Test func valuesByHand() {
    let ranking = JudgedRanking(gains: [0, 2, 0, 1], ideal: [3, 2, 1])
    let found = 2 / log2(3.0) + 1 / log2(5.0)
    let best = 3 + 2 / log2(3.0) + 1 / log2(4.0)
    #expect(Evaluator.value(of: .nDCG(10), for: ranking) == found / best)
    #expect(Evaluator.value(of: .nDCG(2), for: ranking) == 2 / log2(3.0) / (3 + 2 / log2(3.0)))
    #expect(Evaluator.value(of: .averagePrecision, for: ranking) == (0.5 + 0.5) / 3)
    #expect(Evaluator.value(of: .reciprocalRank(10), for: ranking) == 0.5)
    #expect(Evaluator.value(of: .reciprocalRank(1), for: ranking) == 0)
    #expect(Evaluator.value(of: .precision(5), for: ranking) == 0.4)
    #expect(Evaluator.value(of: .recall(2), for: ranking) == 1.0 / 3)
    #expect(Evaluator.value(of: .rPrecision, for: ranking) == 1.0 / 3)
    #expect(Evaluator.value(of: .success(1), for: ranking) == 0)
    #expect(Evaluator.value(of: .success(2), for: ranking) == 1)
  }

  @Test(arguments: Measure.standard + [.nDCG(0), .precision(0), .recall(-1)])
  func valuesStayBetweenZeroAndOne(measure: Measure) {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let ideal = (0..<Int.random(in: 0...12, using: &generator))
        .map { _ in Int.random(in: 1...3, using: &generator) }.sorted(by: >)
      let zeros = [Int](repeating: 0, count: Int.random(in: 0...20, using: &generator))
      let kept = ideal.filter { _ in Bool.random(using: &generator) }
      let ranking = JudgedRanking(gains: (kept + zeros).shuffled(using: &generator), ideal: ideal)
      let value = Evaluator.value(of: measure, for: ranking)
      #expect((0...1).contains(value))
      let perfect = Evaluator.value(of: measure, for: JudgedRanking(gains: ideal, ideal: ideal))
      #expect(value <= perfect + 1e-12)
    }
  }

  @Test func kindsAreGrouped() {
    let run = Run(
      name: "r",
      entries: [
        "q1": [Run.Entry(document: "a", score: 1)], "q2": [Run.Entry(document: "b", score: 1)],
      ])
    let qrels = Qrels(grades: ["q1": ["a": 1], "q2": ["a": 1], "q3": ["a": 1]])
    let result = Evaluator.evaluate(
      run, qrels: qrels, measures: [.success(1)], kinds: ["q1": "x", "q2": "x"])
    let groups = result.byKind()
    #expect(groups.map(\.kind) == ["", "x"])
    #expect(groups.map(\.count) == [1, 2])
    #expect(groups.map(\.means) == [["Success@1": 0], ["Success@1": 0.5]])
    #expect(result.means["Success@1"] == 1.0 / 3)
    #expect(result.meansOfAnswered["Success@1"] == 0.5)
    #expect(result.values(of: "Success@1") == ["q1": 1, "q2": 0, "q3": 0])
  }

  @Test func recallGrowsWithDepthToRecallAtThatDepth() throws {
    let qrels = try Qrels(trec: try Fixture.text("qrels.txt"))
    let run = try Run(trec: try Fixture.text("run-plain.trec"))
    let result = Evaluator.evaluate(run, qrels: qrels)
    let curve = result.recallByDepth
    #expect(curve.count == 100)
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(abs(curve[9] - (result.means["Recall@10"] ?? -1)) < 1e-12)
    #expect(abs(curve[99] - (result.means["Recall@100"] ?? -1)) < 1e-12)
  }

  @Test func noQueriesHaveNoMeans() {
    let result = Evaluator.evaluate(Run(name: "r", entries: [:]), qrels: Qrels(grades: [:]))
    #expect(result.queries.isEmpty)
    #expect(result.means.isEmpty)
    #expect(result.recallByDepth.isEmpty)
  }
}

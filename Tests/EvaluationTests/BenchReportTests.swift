import Evaluation
import Foundation
import Testing

struct BenchReportTests {
  static let few = SamplingSettings(permutations: 500, resamples: 200)

  static func report() -> BenchReport {
    let lexical = EvaluationResult(
      name: "lexical",
      queries: [
        QueryResult(id: "q1", kind: "a", values: ["nDCG@10": 0.1, "MAP": 1.0 / 3]),
        QueryResult(id: "q2", kind: "b", values: ["nDCG@10": 0, "MAP": 0], isAnswered: false),
      ], recallByDepth: [0.25, 0.5])
    let hybrid = EvaluationResult(
      name: "hybrid",
      queries: [
        QueryResult(id: "q1", kind: "a", values: ["nDCG@10": 0.5, "MAP": 0.5]),
        QueryResult(id: "q2", kind: "b", values: ["nDCG@10": 0.25, "MAP": 1]),
      ], recallByDepth: [0.5, 1])
    return BenchReport(
      dataset: "notes",
      modes: [
        BenchReport.Mode(result: lexical, milliseconds: [1, 3]),
        BenchReport.Mode(
          result: hybrid, milliseconds: [2, 4],
          refusals: Refusals(
            unanswerable: 4, rightlyRefused: 3, answerable: 2, wronglyRefused: 0, area: 0.75)),
      ], settings: few)
  }

  @Test func theShapeOfTheJSON() throws {
    let text = try Self.report().json(indented: false)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "dataset", "queries", "order", "modes", "perQuery", "recallByDepth", "milliseconds",
        "noAnswer", "intervals", "comparisons", "latency_ms", "kinds",
      ])
    #expect(object["queries"] as? Int == 2)
    let modes = try #require(object["modes"] as? [String: [String: Double]])
    #expect(modes["hybrid"] == ["nDCG@10": 0.375, "MAP": 0.75])
    let latency = try #require(object["latency_ms"] as? [String: Any])
    #expect(latency["p50"] as? Double == 3)
    #expect(latency["count"] as? Int == 2)
    let byMode = try #require(latency["modes"] as? [String: [String: Double]])
    #expect(byMode["lexical"]?["mean"] == 2)
    let kinds = try #require(object["kinds"] as? [String: [String: [String: Any]]])
    #expect(kinds["hybrid"]?["a"]?["queries"] as? Int == 1)
    #expect(kinds["hybrid"]?["a"]?["means"] as? [String: Double] == ["nDCG@10": 0.5, "MAP": 0.5])
    let intervals = try #require(
      object["intervals"] as? [String: [String: [String: Double]]])
    #expect(intervals["hybrid"]?["nDCG@10"] == ["mean": 0.375, "lower": 0.25, "upper": 0.5])
    #expect(text.contains(#""answered":false"#))
  }

  @Test(arguments: [true, false])
  func readsWhatItWrites(indented: Bool) throws {
    let report = Self.report()
    let text = try report.json(indented: indented)
    #expect(try BenchReport(json: text, file: "x") == report)
    let folder = try TemporaryFolder()
    try folder.write(text, to: "report.json")
    #expect(try BenchReport(file: folder.path + "/report.json") == report)
  }

  @Test func onlyModesAreNeeded() throws {
    let report = try BenchReport(
      json: #"{"modes": {"b": {"MAP": 0.5}, "a": {"MAP": 0.25, "Foo": 1}}}"#, file: "x")
    #expect(report.modes.map(\.name) == ["a", "b"])
    #expect(report.mode("b")?.result.means == ["MAP": 0.5])
    #expect(report.mode("c") == nil)
    #expect(report.measures == ["MAP", "Foo"])
    #expect(report.queryCount == 0)
    #expect(report.modes.allSatisfy { $0.latency == nil })
  }

  @Test func otherFilesAreNoReports() throws {
    #expect(
      throws: EvaluationError.unreadable(
        file: "b.json", reason: "not a report of bench: no \"modes\"")
    ) { try BenchReport(json: "{}", file: "b.json") }
    #expect(
      throws: EvaluationError.unreadable(
        file: "b.json", reason: "not a report of bench: not valid JSON")
    ) { try BenchReport(json: "{", file: "b.json") }
    #expect(
      throws: EvaluationError.unreadable(
        file: "b.json", reason: "not a report of bench: modes.x.MAP: expected a number")
    ) { try BenchReport(json: #"{"modes": {"x": {"MAP": "1"}}}"#, file: "b.json") }
    let folder = try TemporaryFolder()
    #expect(
      throws: EvaluationError.unreadable(file: folder.path + "/none", reason: "no such file")
    ) { try BenchReport(file: folder.path + "/none") }
  }

  @Test func modesAreCompared() {
    let report = Self.report()
    #expect(report.comparisons.map(\.measure) == ["nDCG@10"])
    #expect(report.comparisons.first?.wins == 2)
    #expect(report.measures == ["nDCG@10", "MAP"])
    #expect(report.queryCount == 2)
  }

  @Test func figuresThatAreNotNumbersAreNotWritten() {
    let report = BenchReport(
      dataset: "d", modes: [BenchReport.Mode(result: result("m", [.nan]))], settings: Self.few)
    #expect(throws: EncodingError.self) { try report.json() }
  }
}

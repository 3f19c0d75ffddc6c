import FootnoteKit
import Foundation
import Testing
import WebPages

@Suite struct QualityTests {
  private let sample: SampleSite

  init() throws {
    sample = try SampleSite()
  }

  private func report() throws -> String {
    let modes = try ["lexical", "hybrid"].map { mode in
      let queries = (1...6).map { number in
        QueryResult(
          id: "q\(number)", kind: number < 4 ? "short" : "<long>",
          values: ["nDCG@10": mode == "hybrid" ? 0.9 : 0.25, "P@5": 0.4])
      }
      return BenchReport.Mode(
        result: EvaluationResult(name: mode, queries: queries), milliseconds: [4, 5, 6],
        refusals: Refusals(unanswerable: 4, rightlyRefused: 3, answerable: 6, wronglyRefused: 1))
    }
    let outcome = BenchReport(dataset: "judged <set>", modes: modes)
    return try JSONLine.encode(BenchJSON(outcome))
  }

  @Test func aReportIsShown() throws {
    try sample.write(report(), to: "Benchmarks/results/judged.json")
    let text = try sample.text("/quality")
    #expect(text.contains("<h2 id=\"report-1\">judged &lt;set&gt;</h2>"))
    #expect(text.contains("6 questions; half of the answers within 5.0 ms"))
    #expect(text.contains("<tr class=\"best\"><th scope=\"row\">Both</th><td class=\"num\">0.900"))
    #expect(text.contains("Both against words: +0.650 nDCG@10"))
    #expect(
      text.contains("Refused: 3 of 4 questions without an answer, and wrongly 1 of 6 with one."))
    #expect(text.contains("<th scope=\"row\">&lt;long&gt;</th><td class=\"num\">3</td>"))
    #expect(text.contains("cx=\"90.0%\""))
    #expect(!text.contains("No measurement here yet."))
  }

  @Test func withoutOneItSaysHowToMeasure() throws {
    let text = try sample.text("/quality")
    #expect(text.contains("No measurement here yet."))
    #expect(text.contains("Benchmarks/results"))
  }

  @Test func whatIsNoReportIsTold() throws {
    try sample.write("{}", to: "Benchmarks/results/empty.json")
    try sample.write("{\"modes\": 3", to: "Benchmarks/results/broken.json")
    try sample.write("not looked at", to: "Benchmarks/results/notes.txt")
    let text = try sample.text("/quality")
    #expect(text.contains("Benchmarks/results/broken.json"))
    #expect(text.contains("Benchmarks/results/empty.json"))
    #expect(!text.contains("notes.txt"))
  }

  @Test func nothingOutsideIsRead() throws {
    let outside = sample.folder.appendingPathComponent("outside.json")
    try Data(report().utf8).write(to: outside)
    let results = sample.folder.appendingPathComponent("base/Benchmarks/results")
    try FileManager.default.createDirectory(at: results, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: results.appendingPathComponent("linked.json"), withDestinationURL: outside)
    let text = try sample.text("/quality")
    #expect(!text.contains("report-1"))
    #expect(text.contains("leads out of the knowledge base"))
  }

  @Test func largeFilesAreNotRead() throws {
    try sample.write(String(repeating: " ", count: 5 << 20), to: "Benchmarks/results/large.json")
    #expect(try sample.text("/quality").contains("Benchmarks/results/large.json"))
  }
}

import Foundation
import Testing

/// Judged questions over a knowledge base, baselines, and runs of other systems.
struct BenchJudgedTests {
  private static let judged = """
    {"id": "b", "kind": "factoid", "text": "horizontal gene transfer", "relevant": \
    [{"path": "raw/2025/7.6.md", "lines": [3, 3], "grade": 2}, \
    {"path": "wiki/concepts/bacterial-code.md", "lines": [10, 10], "grade": 1}]}
    {"id": "g", "kind": "keyword", "text": "summoning ghosts", "relevant": \
    [{"path": "raw/2025/10.1.md", "lines": [1, 1], "grade": 2, "anchor": "SUMMONING   ghosts"}]}
    {"id": "n", "kind": "factoid", "text": "who won the cup final?", "relevant": []}

    """

  private func base() throws -> SampleBase {
    let base = try SampleBase()
    try base.folder.write("judged.jsonl", Self.judged)
    return base
  }

  @Test func isBrokenDownByKind() throws {
    let base = try base()
    let result = try base.tool.run("bench", "judged.jsonl", "--format", "json")
    #expect(result.status == 0)
    #expect(result.object["queries"] as? Int == 2)
    let kinds = (result.object["kinds"] as? [String: [String: Any]])?["lexical"] ?? [:]
    #expect(Set(kinds.keys) == ["factoid", "keyword"])
    for key in ["modes", "latency_ms", "intervals", "comparisons", "perQuery", "depth", "seed"] {
      #expect(result.object[key] != nil, "\(key)")
    }
    // The estimate is absent until it is calibrated, which is said; then refusals are counted.
    let warnings = result.object["warnings"] as? [String] ?? []
    let refusals = result.object["noAnswer"] as? [String: Any] ?? [:]
    #expect(warnings.contains { $0.hasPrefix("no answer: ") } == refusals.isEmpty)
    let text = try base.tool.run("bench", "judged.jsonl").output
    #expect(text.contains("nDCG@10 by kind  questions  lexical"))
    #expect(text.contains("no answer"))
  }

  @Test func agreesWithARunOfItsOwnHits() throws {
    let base = try base()
    let bench = try base.tool.run(
      "bench", "judged.jsonl", "--mode", "lexical", "--run-out", "own.run", "--format", "json")
    let batch = try base.tool.run(
      "ask", "--batch", "judged.jsonl", "--mode", "lexical", "-n", "100", "--format", "trec")
    try base.folder.write("ask.run", batch.output)
    let runs = try base.tool.run(
      "bench", "runs", "--judged", "judged.jsonl", "own.run", "ask.run", "--format", "json")
    let modes = try #require(runs.object["modes"] as? [String: [String: Double]])
    let own = (bench.object["modes"] as? [String: [String: Double]])?["lexical"]
    #expect(modes["own"] == own)
    #expect(modes["ask"]?["Recall@100"] == own?["Recall@100"])
    #expect((runs.object["comparisons"] as? [Any])?.count == 1)
  }

  @Test func runsOfDocumentsAreScored() throws {
    let folder = try TemporaryFolder()
    let tool = Tool(folder: folder.url)
    try folder.write("qrels.txt", "q1 0 d1 2\nq1 0 d2 1\nq2 0 d3 1\n")
    try folder.write("good.run", "q1 Q0 d1 1 9 x\nq1 Q0 d2 2 8 x\nq2 Q0 d3 1 5 x\n")
    try folder.write("bad.run", "q1 Q0 d9 1 9 x\nq1 Q0 d2 2 8 x\n")
    let result = try tool.run(
      "bench", "runs", "--qrels", "qrels.txt", "good.run", "bad.run", "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    let modes = try #require(result.object["modes"] as? [String: [String: Double]])
    #expect(modes["good"]?["nDCG@10"] == 1)
    #expect(modes["bad"]?["MRR@10"] == 0.25)
    let text = try tool.run("bench", "runs", "--qrels", "qrels.txt", "good.run", "bad.run").output
    #expect(text.contains("bad against good: nDCG@10 -"))
  }

  // MARK: Baselines

  @Test func whatFellIsNamed() throws {
    let base = try base()
    let old = #"{"dataset": "judged", "modes": {"lexical": {"nDCG@10": 1.5, "Recall@100": 0.1}}}"#
    try base.folder.write("old.json", old)
    let arguments = ["bench", "judged.jsonl", "--mode", "lexical", "--baseline", "old.json"]
    #expect(try base.tool.run(arguments).status == 0)
    let strict = try base.tool.run(arguments + ["--fail-on-regression"])
    #expect(strict.status == 1)
    #expect(strict.errorLines.count == 1)
    #expect(strict.errors.contains("judged: lexical nDCG@10 fell from 1.5000 to"))
    let lenient = try base.tool.run(arguments + ["--fail-on-regression", "--tolerance", "2"])
    #expect(lenient.status == 0)
  }

  @Test func theSameAgainHasNotFallen() throws {
    let base = try base()
    let first = try base.tool.run("bench", "judged.jsonl", "--format", "json")
    try base.folder.write("old.json", first.output)
    let second = try base.tool.run(
      "bench", "judged.jsonl", "--baseline", "old.json", "--fail-on-regression", "--level", "1")
    #expect(second.status == 0)
    #expect(second.output.contains("since the baseline"))
  }

  @Test func aModeThatIsGoneCounts() throws {
    let base = try base()
    try base.folder.write(
      "old.json", #"{"dataset": "judged", "modes": {"hybrid": {"nDCG@10": 0.1}}}"#)
    let result = try base.tool.run(
      "bench", "judged.jsonl", "--baseline", "old.json", "--fail-on-regression")
    #expect(result.status == 1)
    #expect(result.errors.contains("hybrid nDCG@10"))
  }

  @Test func reportIsAPageOfItsOwn() throws {
    let base = try base()
    let result = try base.tool.run("bench", "judged.jsonl", "--report", "page.html")
    #expect(result.status == 0)
    #expect(base.folder.exists("page.html"))
  }

  // MARK: What is wrong

  @Test(arguments: [
    ["bench"], ["bench", "nowhere.jsonl"], ["bench", "judged.jsonl", "--measure", "nonsense"],
    ["bench", "judged.jsonl", "--depth", "0"], ["bench", "judged.jsonl", "--fail-on-regression"],
    ["bench", "judged.jsonl", "--mode", "semantic"], ["bench", "."], ["bench", "plain.txt"],
    ["bench", "judged.jsonl", "--baseline", "plain.txt"], ["bench", "unanswerable.jsonl"],
    ["bench", "judged.jsonl", "--no-answer", "judged.jsonl"], ["bench", "badline.jsonl"],
    ["bench", "judged.jsonl", "--mode", "lexical", "--run-out", "plain.txt/in/a/file"],
    ["bench", "badquestion.jsonl"],
    ["bench", "runs", "--qrels", "plain.txt", "plain.txt"], ["bench", "runs", "plain.txt"],
    ["bench", "runs", "--judged", "judged.jsonl", "documents.run"],
    ["bench", "pool", "nowhere.txt", "--out", "pool.jsonl"],
    ["bench", "pool", "empty.txt", "--out", "pool.jsonl"],
    ["bench", "pool", "plain.txt", "--out", "plain.txt"], ["bench", "pool", "plain.txt"],
    ["bench", "judge", "judged.jsonl"], ["bench", "judge", "nowhere.jsonl"],
    ["bench", "check", "plain.txt"], ["bench", "judged.jsonl", "--root", ".", "--root", "."],
  ])
  func isOneClearLine(_ arguments: [String]) throws {
    let base = try base()
    try base.folder.write("plain.txt", "a question in words\n")
    try base.folder.write("empty.txt", "\n")
    try base.folder.write("documents.run", "b Q0 d1 1 9 x\n")
    let unanswerable = #"{"id": "n", "text": "nothing?", "relevant": []}"#
    try base.folder.write("unanswerable.jsonl", unanswerable)
    try base.folder.write("badline.jsonl", Self.judged + "{\"id\": \"x\"\n")
    try base.folder.write(
      "badquestion.jsonl",
      #"{"id":"q","text":"after:never","relevant":[{"path":"raw/2025/7.6.md","lines":[1,1],"grade":1}]}"#
    )
    let result = try base.tool.run(arguments)
    #expect(result.status == 2)
    #expect(result.errorLines.count == 1, "\(result.errors)")
    #expect(result.errors.hasPrefix("footnote: "))
    if arguments.contains("badline.jsonl") { #expect(result.errors.contains("badline.jsonl:4")) }
  }
}

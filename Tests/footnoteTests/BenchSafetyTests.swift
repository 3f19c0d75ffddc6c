import Foundation
import Testing

/// What must not be lost, and what must not pass unsaid, when judgements are made and measured.
struct BenchSafetyTests {
  private func base() throws -> SampleBase {
    let base = try SampleBase()
    try base.folder.write(
      "judged.jsonl",
      #"{"id":"a","kind":"k","text":"bacterial code","relevant":"#
        + #"[{"path":"raw/2025/7.6.md","lines":[1,3],"grade":2}]}"# + "\n")
    return base
  }

  @Test func anExportNeverReplacesTheJudgingFile() throws {
    let base = try base()
    try base.folder.write("questions.txt", "bacterial code\n")
    let pool = try base.tool.run(
      "bench", "pool", "questions.txt", "--mode", "lexical", "--out", "pool.jsonl")
    #expect(pool.status == 0, "\(pool.errors)")
    let path = base.folder.url.appendingPathComponent("pool.jsonl")
    let before = try Data(contentsOf: path)
    for target in ["pool.jsonl", "./pool.jsonl"] {
      let result = try base.tool.run("bench", "judge", "pool.jsonl", "--export", target)
      #expect(result.status == 2)
      #expect(result.errors.contains("judging file itself"), "\(result.errors)")
    }
    #expect(try Data(contentsOf: path) == before)
  }

  @Test(arguments: [
    #"{"dataset": "other", "modes": {"lexical": {"nDCG@10": 0.1}}}"#,
    #"{"dataset": "judged", "modes": {"lexical": {"Success@7": 0.1}}}"#,
  ])
  func aGateThatComparesNothingDoesNotOpen(baseline: String) throws {
    let base = try base()
    try base.folder.write("old.json", baseline)
    let call = ["bench", "judged.jsonl", "--mode", "lexical", "--baseline", "old.json"]
    #expect(try base.tool.run(call).status == 0)
    let gate = try base.tool.run(call + ["--fail-on-regression"])
    #expect(gate.status == 2)
    #expect(gate.errors.contains("can be compared with the baseline"), "\(gate.errors)")
  }

  @Test func marksAndLineEndsAreNoPartOfAQuestion() throws {
    let base = try base()
    try base.folder.write("questions.txt", "\u{FEFF}bacterial code\r\nghosts\r\n")
    let pool = try base.tool.run(
      "bench", "pool", "questions.txt", "--mode", "lexical", "--out", "pool.jsonl")
    #expect(pool.status == 0, "\(pool.errors)")
    let written = try String(
      contentsOf: base.folder.url.appendingPathComponent("pool.jsonl"), encoding: .utf8)
    #expect(written.contains(#""bacterial code""#) && written.contains(#""ghosts""#))
    #expect(!written.contains(#"\r""#) && !written.contains("\u{FEFF}"))
  }

  @Test func strictSaysWhereItCannotTell() throws {
    let base = try base()
    let result = try base.tool.run("ask", "--strict", "--mode", "lexical", "bacterial code")
    #expect(result.status == 0)
    #expect(result.errors.contains("--strict has no effect"))
  }
}

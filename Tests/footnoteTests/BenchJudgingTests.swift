import Foundation
import Testing

/// From questions to judged questions: pool, judge, check.
struct BenchJudgingTests {
  private func base() throws -> SampleBase {
    let base = try SampleBase()
    try base.folder.write("notes/long.txt", "not a document\n")
    let long = (1...900).map { "token\($0)" }.joined(separator: " ")
    try base.folder.write("raw/2025/12.1.md", "Quokkas smile. \(long)\n")
    try base.folder.write(
      "questions.jsonl",
      """
      {"id": "b", "kind": "factoid", "text": "bacterial code"}
      {"id": "q", "text": "token450 token451"}

      """)
    return base
  }

  private func pooled() throws -> SampleBase {
    let base = try base()
    let result = try base.tool.run(
      "bench", "pool", "questions.jsonl", "--out", "judging.jsonl", "-n", "3")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("2 questions, "))
    return base
  }

  private func lines(_ base: SampleBase) throws -> [[String: Any]] {
    try base.folder.read("judging.jsonl").split(separator: "\n").map {
      Tool.Result.object(String($0))
    }
  }

  @Test func poolingGathersInOrderOfPlace() throws {
    let base = try pooled()
    let lines = try lines(base)
    #expect(lines.first?["kind"] as? String == "factoid")
    let citations = lines.filter { $0["query"] as? String == "b" }
      .compactMap { $0["citation"] as? String }
    #expect(citations.count == 3)
    #expect(citations == citations.sorted())
    #expect(lines.filter { $0["query"] != nil }.allSatisfy { $0["grade"] is NSNull })
  }

  @Test func poolingAgainKeepsGrades() throws {
    let base = try pooled()
    _ = try base.tool.run("bench", "judge", "judging.jsonl", input: "21")
    let before = try lines(base)
    try base.folder.write("more.txt", "ghosts and animals\n")
    let result = try base.tool.run("bench", "pool", "more.txt", "--out", "judging.jsonl")
    #expect(result.output.contains("2 judged"))
    _ = try base.tool.run("bench", "pool", "questions.jsonl", "--out", "judging.jsonl", "-n", "5")
    let after = try lines(base)
    #expect(after.count > before.count)
    #expect(after[1]["grade"] as? Int == 2)
    #expect(after[2]["grade"] as? Int == 1)
  }

  @Test func keysAreSavedAndGoOn() throws {
    let base = try pooled()
    let first = try base.tool.run("bench", "judge", "judging.jsonl", input: "2\nx?s\nq2")
    #expect(first.status == 0)
    #expect(first.output.contains("bacterial code"))
    #expect(first.output.contains("question 1 of 2, passage 1 of 3; 0 of"))
    #expect(first.errors.contains("press 0 to 3"))
    #expect(try lines(base)[1]["grade"] as? Int == 2)
    #expect(try lines(base)[2]["grade"] is NSNull)
    // Goes on at the passage that was skipped; `u` takes back, also after the last one.
    let second = try base.tool.run("bench", "judge", "judging.jsonl", input: "0n3u1")
    #expect(second.output.contains("passage 2 of 3; 1 of"))
    let grades = try lines(base).filter { $0["query"] as? String == "q" }.map {
      $0["grade"] as? Int
    }
    #expect(grades.first == .some(1))
  }

  @Test func judgedQuestionsComeBackFromAnExport() throws {
    let base = try pooled()
    #expect(try base.tool.run("bench", "judge", "judging.jsonl", "--export", "o.jsonl").status == 2)
    let keys = String(repeating: "2", count: 30)
    _ = try base.tool.run("bench", "judge", "judging.jsonl", input: keys)
    let export = try base.tool.run("bench", "judge", "judging.jsonl", "--export", "out.jsonl")
    #expect(export.status == 0)
    #expect(export.errors.isEmpty)
    let check = try base.tool.run("bench", "check", "out.jsonl")
    #expect(check.status == 0, "\(check.output)")
    let bench = try base.tool.run("bench", "out.jsonl", "--format", "json")
    let means = (bench.object["modes"] as? [String: [String: Double]])?["lexical"]
    #expect(means?["Recall@100"] == 1)
  }

  @Test func checkFindsTextAgain() throws {
    let base = try base()
    let judged = """
      {"id": "1", "kind": "k", "text": "t", "relevant": [\
      {"path": "raw/2025/7.6.md", "lines": [1, 3], "grade": 2}, \
      {"path": "raw/2025/10.1.md", "lines": [1, 1], "grade": 1}, \
      {"path": "raw/2025/12.1.md", "lines": [1, 1], "grade": 1, "anchor": "token20 token21"}]}

      """
    try base.folder.write("judged.jsonl", judged)
    let stamped = try base.tool.run("bench", "check", "judged.jsonl", "--stamp")
    #expect(stamped.status == 0)
    #expect(stamped.output == "3 judgements, 3 sound, 3 hashes added\n")
    // One text moves down, one moves to another file, of one only the surroundings change.
    let first = try base.folder.read("raw/2025/7.6.md")
    try base.folder.write("raw/2025/7.6.md", "New first line.\n\n" + first)
    let second = try base.folder.read("raw/2025/10.1.md")
    try base.folder.write("raw/2025/10.1.md", "Something else.\n")
    try base.folder.write("raw/2025/10.2.md", "Moved here.\n\n" + second)
    let third = try base.folder.read("raw/2025/12.1.md")
    try base.folder.write("raw/2025/12.1.md", third.replacing("Quokkas", with: "Wombats"))
    let found = try base.tool.run("bench", "check", "judged.jsonl", "--format", "json")
    #expect(found.status == 1)
    let findings = found.object["findings"] as? [[String: Any]] ?? []
    let places = findings.compactMap { ($0["moved_to"] as? String)?.prefix { $0 != "@" } }
    #expect(places == ["raw/2025/7.6.md:3-5", "raw/2025/10.2.md:3", "raw/2025/12.1.md:1"])
    let mended = try base.tool.run("bench", "check", "judged.jsonl", "--write")
    #expect(mended.status == 0)
    #expect(mended.output.contains("3 judgements, 0 sound, 3 mended"))
    #expect(try base.tool.run("bench", "check", "judged.jsonl").status == 0)
  }

  @Test func whatIsGoneStaysBroken() throws {
    let base = try base()
    let range = { (path: String, lines: String, more: String) in
      #"{"path": "\#(path)", "lines": \#(lines), "grade": 1\#(more)}"#
    }
    let ranges = [
      range("raw/gone.md", "[1, 1]", ""), range("raw/2025/7.6.md", "[1, 99]", ""),
      range("raw/2025/7.6.md", "[1, 1]", #", "hash": "00000000""#),
      range("raw/2025/7.6.md", "[1, 1]", #", "anchor": "words that are nowhere""#),
      range("notes/long.txt", "[1, 1]", ""), range("raw/2025/7.6.md", "[1, 1]", ""),
    ]
    let line = #"{"id": "1", "text": "t", "relevant": [\#(ranges.joined(separator: ", "))]}"#
    try base.folder.write("judged.jsonl", line + "\n")
    let result = try base.tool.run("bench", "check", "judged.jsonl", "--write", "--stamp")
    #expect(result.status == 1)
    #expect(result.output.contains("6 judgements, 1 sound, 5 broken, 1 hash added"))
    #expect(result.output.contains("the file has only 3 lines"))
    #expect(result.output.contains("there is no such document"))
  }
}

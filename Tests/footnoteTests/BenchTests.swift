import Foundation
import Testing

/// Measuring collections.
struct BenchTests {
  private func means(_ result: Tool.Result, _ mode: String = "lexical") -> [String: Double] {
    (result.object["modes"] as? [String: [String: Double]])?[mode] ?? [:]
  }

  @Test func aCollectionIsMeasuredAndLeavesNothing() throws {
    let sample = try SampleCollection()
    let result = try sample.tool.run("bench", "animals", "--format", "json")
    #expect(result.status == 0)
    #expect(result.errors.contains("no model: only words are measured"))
    #expect(means(result)["nDCG@10"] == 1)
    #expect(means(result)["Recall@100"] == 1)
    #expect(result.object["queries"] as? Int == 3)
    #expect(result.object["documents"] as? Int == 4)
    #expect((result.object["latency_ms"] as? [String: Any])?["p95"] as? Double ?? 0 > 0)
    #expect(try sample.leftovers.isEmpty)
  }

  @Test func textShowsATableByMode() throws {
    let sample = try SampleCollection()
    let result = try sample.tool.run("bench", "animals", "--mode", "lexical", "--measure", "P@1")
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let lines = result.output.split(separator: "\n")
    #expect(lines[0] == "animals: 3 questions, 4 documents, 3 passages")
    #expect(lines[2] == "lexical  1.0000")
  }

  @Test func otherJudgementsAreChosen() throws {
    let sample = try SampleCollection()
    let result = try sample.tool.run("bench", "animals", "--qrels", "dev", "--format", "json")
    #expect(result.object["queries"] as? Int == 1)
    #expect(means(result)["nDCG@10"] == 0)
  }

  @Test func runsCarryTheIdsAsTheyAre() throws {
    let sample = try SampleCollection()
    _ = try sample.tool.run("bench", "animals", "--mode", "lexical", "--run-out", "one.run")
    let run = try sample.folder.read("one.run")
    let ids = run.split(separator: "\n").compactMap { line in
      line.split(separator: " ").dropFirst(2).first.map(String.init)
    }
    #expect(Set(ids) == ["a/1.md", "d%202", "ü:3#"])
    _ = try sample.tool.run("bench", "animals", "--mode", "lexical", "--run-out", "runs/")
    #expect(try sample.folder.read("runs/animals-lexical.run") == run)
  }

  @Test func keptCollectionsAreNotMadeAgain() throws {
    let sample = try SampleCollection()
    let first = try sample.tool.run("bench", "animals", "--keep", "kept", "--format", "json")
    let kept = sample.folder.url.appendingPathComponent("kept").path
    let names = try FileManager.default.contentsOfDirectory(atPath: kept)
    #expect(names.count == 1)
    let document = "\(kept)/\(names[0])/documents/0/0/-.md"
    let before = try FileManager.default.attributesOfItem(atPath: document)[.modificationDate]
    let second = try sample.tool.run("bench", "animals", "--keep", "kept", "--format", "json")
    let after = try FileManager.default.attributesOfItem(atPath: document)[.modificationDate]
    #expect(before as? Date == after as? Date)
    #expect(means(first) == means(second))
    #expect(try FileManager.default.contentsOfDirectory(atPath: kept) == names)
    // Another corpus is another collection.
    let corpus = try sample.folder.read("animals/corpus.jsonl")
    try sample.folder.write(
      "animals/corpus.jsonl", corpus + #"{"_id": "new", "text": "quokkas"}"# + "\n")
    let third = try sample.tool.run("bench", "animals", "--keep", "kept", "--format", "json")
    #expect(third.object["documents"] as? Int == 5)
    #expect(try FileManager.default.contentsOfDirectory(atPath: kept).count == 2)
  }

  @Test func interruptingRemovesTheTemporaryIndex() throws {
    let sample = try SampleCollection(extra: 4000)
    let process = try sample.tool.process(["bench", "animals"])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try sample.folder.handle("errors.txt")
    try process.run()
    let deadline = Date() + 20
    while try sample.leftovers.isEmpty, Date() < deadline { usleep(2000) }
    usleep(100_000)
    if process.isRunning { process.interrupt() }
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    // A fast machine may be done before the signal arrives.
    #expect([0, 130].contains(process.terminationStatus))
    #expect(try sample.leftovers.isEmpty)
  }

  @Test func severalInputsAreObjectsOfTheirOwn() throws {
    let sample = try SampleCollection()
    try FileManager.default.copyItem(
      at: sample.folder.url.appendingPathComponent("animals"),
      to: sample.folder.url.appendingPathComponent("beasts"))
    let result = try sample.tool.run("bench", "animals", "beasts/", "--format", "json")
    #expect(result.objects.map { $0["dataset"] as? String } == ["animals", "beasts"])
    let pages = try sample.tool.run("bench", "animals", "beasts", "--report", "page.html")
    #expect(pages.status == 0)
    #expect(sample.folder.exists("page-animals.html"))
    #expect(sample.folder.exists("page-beasts.html"))
  }

  @Test func aClosedPipeEndsQuietlyAndLeavesNothing() throws {
    let sample = try SampleCollection()
    let line = "footnote bench animals --mode lexical --format json | head -c 1"
    let result = try sample.tool.shell(line)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty, "\(result.errors)")
    #expect(try sample.leftovers.isEmpty)
  }

  @Test func wordsAreAskedAsTheyStand() throws {
    // `NOT layer:nowhere` would exclude, or be an unknown layer, in a question of a user.
    let sample = try SampleCollection()
    let result = try sample.tool.run("bench", "animals", "--mode", "lexical", "--format", "json")
    let queries = (result.object["perQuery"] as? [String: [[String: Any]]])?["lexical"] ?? []
    let second = queries.first { $0["id"] as? String == "q2" }?["values"] as? [String: Double]
    #expect(second?["Success@1"] == 1)
  }
}

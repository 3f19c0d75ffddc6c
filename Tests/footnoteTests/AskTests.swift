import Foundation
import Testing

/// What `ask` prints where, and with which exit status.
struct AskTests {
  @Test func textNamesTheCitation() throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "copy", "bacterial", "code")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("1  "))
    #expect(result.output.contains("raw/2025/7.6.md:1-3"))
    #expect(result.output.contains("2025-07-06"))
    let last = try #require(result.output.split(separator: "\n").last)
    #expect(last.hasPrefix("5 documents, "))
    #expect(last.contains("0 % embedded"))
    #expect(!result.output.contains("\u{1B}"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(result.errors.contains("no model"))
  }

  @Test func aTranscriptHasTheSecondInItsURL() throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "program computer in English")
    #expect(result.output.contains("https://www.youtube.com/watch?v=abc&t="))
  }

  @Test func jsonHasEveryKey() throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "--format", "json", "bacterial code")
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("}\n"))
    let object = result.object
    let keys = [
      "query", "id", "mode", "took_ms", "answerable", "index", "corrections", "warnings", "hits",
    ]
    #expect(Set(object.keys) == Set(keys))
    #expect(object["id"] is NSNull)
    let hits = try #require(object["hits"] as? [[String: Any]])
    let hit = try #require(hits.first)
    for key in [
      "rank", "score", "citation", "path", "lines", "bytes", "hash", "text", "highlights",
    ] {
      #expect(hit[key] != nil, "\(key)")
    }
    let index = try #require(object["index"] as? [String: Any])
    #expect(index["stale"] as? Int == 0)
    #expect(!result.output.contains("\\/"))
  }

  @Test func jsonLinesAreOneHitEach() throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "--format", "jsonl", "-n", "2", "bacterial code")
    #expect(result.objects.map { $0["rank"] as? Int } == [1, 2])
  }

  @Test func filesNamesEachPathOnce() throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "--format", "files", "--no-fold", "bacteria genome code")
    let paths = result.output.split(separator: "\n")
    #expect(Set(paths).count == paths.count)
    #expect(paths.contains("raw/2025/7.6.md"))
  }

  @Test func trecIsARun() throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "--format", "trec", "bacterial code")
    let fields = try #require(result.output.split(separator: "\n").first).split(separator: " ")
    #expect(fields.count == 6)
    #expect(fields[0] == "1" && fields[1] == "Q0" && fields[3] == "1" && fields[5] == "footnote")
  }

  @Test func markdownQuotesThePassage() throws {
    let base = try SampleBase()
    let result = try base.tool.run(
      "ask", "--format", "markdown", "--context", "1", "summoning ghosts")
    #expect(result.output.hasPrefix("# summoning ghosts\n\n## 1. "))
    #expect(result.output.contains("> We are summoning ghosts"))
  }

  @Test func nothingFoundIsOneLineAndStatus1() throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "--mode", "lexical", "qqqqzzzzxxxx")
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.last?.hasPrefix("footnote: nothing found") == true)
  }

  @Test func filtersNarrow() throws {
    let base = try SampleBase()
    let raw = try base.tool.run("ask", "--format", "files", "--layer", "raw", "bacterial code")
    #expect(raw.output.split(separator: "\n").allSatisfy { $0.hasPrefix("raw/") })
    let tagged = try base.tool.run("ask", "--format", "files", "--tag", "style", "code")
    #expect(tagged.output == "wiki/concepts/bacterial-code.md\n")
    let early = try base.tool.run(
      "ask", "--format", "files", "--before", "2025-07", "computer code")
    #expect(early.output == "raw/talk/transcript.md\n")
  }

  @Test func budgetLeavesAtLeastOne() throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "--format", "jsonl", "--budget", "1", "bacterial code")
    #expect(result.objects.count == 1)
  }

  @Test func explainNamesTheSignals() throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "--explain", "bacterial code")
    #expect(result.output.contains("Looked up: "))
    #expect(result.output.contains("fused "))
  }

  @Test func correctionsAreSaid() throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "bactreial code")
    #expect(result.output.contains("(not bactreial)"))
  }

  /// Formats for programs have no place for them, and nobody should be misled silently.
  @Test(arguments: ["files", "trec", "jsonl"])
  func correctionsAreSaidBesideEveryFormat(format: String) throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "--format", format, "bactreial code")
    #expect(result.status == 0)
    #expect(result.errorLines.contains("footnote: results for bacterial (not bactreial)"))
    #expect(!result.output.contains("results for"))
    let plain = try base.tool.run("ask", "--format", format, "bacterial code")
    #expect(!plain.errors.contains("results for"))
  }

  @Test func openCallsTheEditorAtTheLine() throws {
    let base = try SampleBase()
    var tool = base.tool
    tool.environment["EDITOR"] = "echo edit"
    let result = try tool.run("ask", "--open", "summoning ghosts animals")
    #expect(result.status == 0)
    let last = try #require(result.output.split(separator: "\n").last)
    #expect(last == "edit +1 \(base.folder.url.path)/raw/2025/10.1.md")
    let without = try base.tool.run("ask", "--open", "summoning ghosts")
    #expect(without.status == 2)
    #expect(without.errorLines.last?.contains("no editor is chosen") == true)
  }

  @Test func semanticWithoutModelIsAnError() throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "--mode", "semantic", "ghosts")
    #expect(result.status == 2)
    #expect(result.errorLines.last?.contains("is not installed") == true)
  }

  @Test func newTextIsFoundAtOnce() throws {
    let base = try SampleBase()
    _ = try base.tool.run("index", "--quiet")
    try base.folder.write("raw/2025/12.1.md", "Quokkas smile at tourists.\n")
    let stale = try base.tool.run("ask", "--no-refresh", "--format", "json", "quokkas")
    #expect((stale.object["index"] as? [String: Any])?["stale"] as? Int == 1)
    let fresh = try base.tool.run("ask", "quokkas")
    #expect(fresh.output.contains("raw/2025/12.1.md:1"))
    #expect(fresh.errors.contains("1 added"))
  }
}

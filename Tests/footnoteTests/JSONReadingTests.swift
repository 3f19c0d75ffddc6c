import FootnoteKit
import Foundation
import Testing

/// What the tool prints is read back by the types of the library.
struct JSONReadingTests {
  /// What a command prints, read and written again: nothing is lost.
  private func read<Value: Codable>(
    _ type: Value.Type, _ base: SampleBase, _ arguments: [String]
  ) throws -> Value {
    let result = try base.tool.run([arguments[0], "--format", "json"] + arguments.dropFirst())
    let line = result.output.trimmingCharacters(in: .newlines)
    let value = try JSONDecoder().decode(type, from: Data(line.utf8))
    #expect(try JSONLine.encode(value) == line, "\(arguments)")
    return value
  }

  @Test func answers() throws {
    let base = try SampleBase()
    let answer = try read(AskJSON.self, base, ["ask", "bactrial code"])
    #expect(answer.corrections == ["bactrial": "bacterial"])
    #expect(answer.hits.first?.citation.path == answer.hits.first?.path)
    let line = try base.tool.run("ask", "--format", "jsonl", "summoning").output
    let hit = try JSONDecoder().decode(HitJSON.self, from: Data(line.utf8))
    #expect(hit.path == "raw/2025/10.1.md" && hit.lines == 1...1)
    let failed = try base.tool.run("ask", "--batch", "-", input: "after:never\n").output
    let reason = try JSONDecoder().decode(FailedQuestionJSON.self, from: Data(failed.utf8)).error
    #expect(reason.contains("not a date"))
  }

  @Test func pages() throws {
    let base = try SampleBase()
    let sources = try read(SourcesJSON.self, base, ["sources", "bacterial code"])
    #expect(sources.sources.first?.evidence.first == .declared)
    #expect(sources.unresolved == ["2025/nowhere.md"])
    #expect(try !read(RelatedJSON.self, base, ["related", "ghosts"]).related.isEmpty)
    #expect(try !read(ProvenanceJSON.self, base, ["provenance", "ghosts"]).statements.isEmpty)
    let shown = try read(CitedTextJSON.self, base, ["show", "raw/2025/10.1.md:1"])
    #expect(shown.state == "unchecked" && shown.date?.description == "2025-10-01")
  }

  @Test func overviews() throws {
    let base = try SampleBase()
    _ = try base.tool.run("index", "--quiet")
    #expect(try read(StatusJSON.self, base, ["status"]).documents == 5)
    #expect(try !read(GraphJSON.self, base, ["graph"]).edges.isEmpty)
    #expect(try !read(TimelineJSON.self, base, ["timeline"]).entries.isEmpty)
    _ = try read(TimelineJSON.self, base, ["timeline", "ghosts"])
    #expect(try !read(LintJSON.self, base, ["lint"]).findings.isEmpty)
  }
}

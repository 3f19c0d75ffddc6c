import FootnoteKit
import Foundation
import Testing

/// What is written as JSON is read back as the same value, and written again as the same bytes.
@Suite struct JSONReadingTests {
  @discardableResult
  private func roundTrip<Value: Codable & Equatable & Sendable>(_ value: Value) throws -> String {
    let line = try JSONLine.encode(value)
    let read = try JSONDecoder().decode(Value.self, from: Data(line.utf8))
    #expect(read == value)
    #expect(try JSONLine.encode(read) == line)
    return line
  }

  @Test func answers() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    // A word that is corrected, a transcript with a second, folded repetitions.
    for question in ["bactrial code", "new kind of computer", "small modular self-contained"] {
      let response = try await knowledge.ask(question, options: SearchOptions(folds: true))
      #expect(!response.hits.isEmpty)
      let line = try roundTrip(AskJSON(response, id: "q1"))
      #expect(line.contains("\"answerable\":null"))
      for hit in response.hits { try roundTrip(HitJSON(hit)) }
    }
    try roundTrip(AskJSON(try await knowledge.ask("xyzzy")))
    try roundTrip(FailedQuestionJSON(id: nil, query: "after:never", error: "no date"))
  }

  @Test func pages() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    let sources = SourcesJSON(try await knowledge.sources(of: "bacterial code"))
    #expect(!sources.sources.isEmpty && !sources.ambiguous.isEmpty)
    try roundTrip(sources)
    try roundTrip(SourcesJSON(try await knowledge.sources(of: "xyzzy")))
    let related = RelatedJSON(try #require(try await knowledge.related(to: "ghosts")))
    #expect(!related.related.isEmpty)
    try roundTrip(related)
    let provenance = ProvenanceJSON(
      try #require(try await knowledge.provenance(of: "bacterial code")))
    #expect(provenance.statements.contains { !$0.sources.isEmpty })
    try roundTrip(provenance)
  }

  @Test func places() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    try roundTrip(CitedTextJSON(try await knowledge.show("raw/2025/7.6.md:1", context: 1)))
    let hit = try #require(try await knowledge.ask("summoning ghosts").hits.first)
    var citation = hit.citation
    citation.hash = hit.hash
    try notes.write("raw/2025/10.1.md", "New.\n\nWe are summoning ghosts, not building animals.\n")
    let moved = CitedTextJSON(try await knowledge.show(citation))
    #expect(moved.state == "moved" && moved.movedTo?.lines == 3...3)
    try roundTrip(moved)
    try notes.write("raw/2025/10.1.md", "Something else.\n")
    let gone = CitedTextJSON(try await knowledge.show(citation))
    #expect(gone.state == "gone" && gone.reason != nil)
    try roundTrip(gone)
  }

  @Test func overviews() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    let session = knowledge.group.sessions[0]
    let documents = TimelineJSON(try await knowledge.timeline())
    #expect(!documents.entries.isEmpty)
    try roundTrip(documents)
    let answer = TimelineJSON(
      try await knowledge.timeline(TimelineRequest(question: "code of bacteria", leastScore: 0)))
    #expect(answer.entries.contains { $0.citation != nil })
    try roundTrip(answer)
    let status = StatusJSON(try await knowledge.status()[0], of: session)
    #expect(status.coverage.contains { $0.dimension == .layer })
    try roundTrip(status)
    let graph = GraphJSON(try #require(try session.index().linkGraph(GraphOptions())))
    #expect(!graph.edges.isEmpty && !graph.unresolved.isEmpty)
    try roundTrip(graph)
  }

  @Test func keeping() throws {
    let notes = try SampleNotes()
    let (findings, _) = try notes.session().lint(
      try notes.session().snapshot(), LintSelection())
    #expect(!findings.isEmpty)
    try roundTrip(LintJSON(findings))
  }

  @Test(arguments: ["\"2025-7-6\"", "\"2025-02-30\"", "\"2025-07-06T00:00\"", "\"\"", "7"])
  func whatIsNoDayIsNotRead(_ json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(CalendarDate.self, from: Data(json.utf8))
    }
  }

  @Test(arguments: ["\"a.md\"", "\"a.md:0\"", "\"a.md:3-1\"", "\":1\"", "\"a.md:1@12\"", "1"])
  func whatIsNoCitationIsNotRead(_ json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Citation.self, from: Data(json.utf8))
    }
  }

  @Test(arguments: ["raw/2025/7.6.md:1-7", "a b/ö%3A%23.md:17#1-9@9f2c41aa"])
  func citationsAreText(_ text: String) throws {
    let citation = try Citation(parsing: text)
    #expect(try JSONLine.encode([citation]) == "[\"\(text)\"]")
    try roundTrip(citation)
  }

  /// Newer versions may have more keys; an answer without hits of an older one lacks none.
  @Test func unknownKeysDoNoHarm() throws {
    let line = """
      {"documents":1,"embedded":0.5,"model":null,"passages":2,"stale":null,"mood":"fine"}
      """
    let index = try JSONDecoder().decode(IndexJSON.self, from: Data(line.utf8))
    #expect(index.documents == 1 && index.stale == nil)
  }

  @Test func rangesThatRunBackwardsAreRefused() async throws {
    let notes = try SampleNotes()
    let hit = try #require(try await notes.knowledge().ask("ghosts").hits.first)
    let line = try JSONLine.encode(HitJSON(hit))
    let lines = "\"lines\":[\(hit.lines.lowerBound),\(hit.lines.upperBound)]"
    let broken = line.replacingOccurrences(of: lines, with: "\"lines\":[9,3]")
    #expect(broken != line)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(HitJSON.self, from: Data(broken.utf8))
    }
  }
}

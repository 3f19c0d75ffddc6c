import FootnoteKit
import Foundation
import Testing

/// The code in the articles does what they say.
@Suite struct SampleCodeTests {
  @Test func gettingStarted() async throws {
    let notes = try SampleNotes()
    try await GettingStartedSample.ask(notes.path)
    let done = try await GettingStartedSample.index(notes.knowledge())
    #expect(done.count == 1)
    #expect(await GettingStartedSample.errors(notes.path)?.contains("not a date") == true)
    #expect(await GettingStartedSample.errors("/no/such")?.contains("no such folder") == true)
    #expect(try await GettingStartedSample.limited(notes.knowledge()) != nil)
  }

  @Test func asking() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    let answer = try await AskingSample.filtered(knowledge)
    let hit = try #require(answer.hits.first)
    #expect(answer.hits.allSatisfy { $0.document.layer == "raw" })
    AskingSample.likely(answer)
    #expect(try await AskingSample.kept(knowledge, hit).state == .current)
    #expect(AskingSample.marked(hit).first?.lowercased() == "bacterial")
    #expect(AskingSample.context(answer).count == answer.hits.count)
    #expect(try await AskingSample.sources(knowledge).sources.isEmpty == false)
    #expect(try await AskingSample.provenance(knowledge) != nil)
    #expect(try AskingSample.json(answer) == AskJSON(answer))
  }

  @Test func freshness() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    try await FreshnessSample.run(knowledge) {
      let answer = try await FreshnessSample.answer(knowledge, "ghosts")
      #expect(!answer.hits.isEmpty)
    }
    await #expect(throws: KnowledgeError.closed) { try await knowledge.ask("ghosts") }
    // Without a model nothing is encoded, and nothing is said to be left.
    #expect(try await FreshnessSample.slice(notes.knowledge()) == 0)
    #expect(try !FreshnessSample.asItIs(notes.path).refreshes)
  }

  @Test func several() async throws {
    let work = try SampleNotes(["a.md": "The boiler is repaired by Ada.\n"], named: "work")
    let home = try SampleNotes(["b.md": "Nobody repairs the boiler.\n"], named: "home")
    #expect(try await SeveralSample.ask(work.path, home.path).hits.count == 2)
    let cache = work.folder.deletingLastPathComponent().appendingPathComponent("cache").path
    #expect(try SeveralSample.apart(work.path, cache).group.sessions[0].folder.path == cache)
  }

  @Test func measuring() async throws {
    let notes = try SampleNotes()
    let judged = notes.folder.deletingLastPathComponent().appendingPathComponent("judged.jsonl")
    try Data(
      """
      {"id": "q1", "text": "summoning ghosts", "relevant": [{"path": "raw/2025/10.1.md", \
      "lines": [1, 1], "grade": 2}]}

      """.utf8
    ).write(to: judged)
    let outcome = try await MeasuringSample.measure(notes.path, judged.path)
    #expect(outcome.report.mode("lexical")?.result.means["nDCG@10"] == 1)
  }

  @Test func noModel() async throws {
    let notes = try SampleNotes(["a.md": "The boiler is old.\n"])
    let answer = try await NoModelSample.words(notes.knowledge())
    #expect(answer.mode == .lexical && answer.hits.count == 1)
    NoModelSample.state(answer)
    _ = try NoModelSample.check(notes.path)
  }
}

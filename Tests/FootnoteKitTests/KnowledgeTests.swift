import FootnoteKit
import Foundation
import Synchronization
import Testing

@Suite struct KnowledgeTests {
  @Test func answersWithoutAnyPreparation() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    #expect(!knowledge.isOpen)
    let answer = try await knowledge.ask("summoning ghosts")
    #expect(knowledge.isOpen)
    #expect(answer.hits.first?.document.path == "raw/2025/10.1.md")
    #expect(answer.index.stale == 0)
  }

  @Test func filtersAndOptionsCount() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    let wiki = try await knowledge.ask("ghosts", filter: FilterRequest(layers: ["wiki"]))
    #expect(!wiki.hits.isEmpty && wiki.hits.allSatisfy { $0.document.layer == "wiki" })
    let one = try await knowledge.ask("code", options: SearchOptions(limit: 1))
    #expect(one.hits.count == 1)
    await #expect(throws: QueryError.self) {
      try await knowledge.ask("code", filter: FilterRequest(layers: ["attic"]))
    }
  }

  @Test func readsWhatHasChangedBeforeAnAnswer() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    #expect(try await knowledge.ask("lighthouses").hits.isEmpty)
    try notes.write("raw/2025/8.1.md", "Lighthouses shine.\n")
    #expect(try await knowledge.ask("lighthouses").hits.count == 1)
  }

  @Test func leavesAnIndexAsItIsWhereThatIsAsked() async throws {
    let notes = try SampleNotes()
    _ = try notes.session().prepare()
    try notes.write("raw/2025/8.1.md", "Lighthouses shine.\n")
    let answer = try await notes.knowledge(refreshes: false).ask("lighthouses")
    #expect(answer.hits.isEmpty)
    #expect(answer.index.stale == 1)
  }

  @Test func followsSourcesAndNeighbours() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    let sources = try await knowledge.sources(of: "bacterial code")
    #expect(sources.page?.path == "wiki/concepts/bacterial-code.md")
    #expect(sources.sources.first?.document.path == "raw/2025/7.6.md")
    #expect(sources.unresolved.map(\.reference) == ["2025/nowhere.md", "same.md"])
    let related = try #require(try await knowledge.related(to: "ghosts"))
    #expect(related.neighbours.contains { $0.document.path.hasSuffix("bacterial-code.md") })
    #expect(try await knowledge.related(to: "no such page") == nil)
    let page = try #require(try await knowledge.provenance(of: "wiki/concepts/bacterial-code.md"))
    #expect(page.statements.first?.sources.first?.hit.document.path == "raw/2025/7.6.md")
    #expect(try await knowledge.provenance(of: "no such page") == nil)
  }

  @Test func showsWhereTextStandsNow() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    let hit = try #require(try await knowledge.ask("summoning ghosts").hits.first)
    var citation = hit.citation
    citation.hash = hit.hash
    #expect(try await knowledge.show(citation).state == .current)
    try notes.write(
      "raw/2025/10.1.md", "New line.\n\nWe are summoning ghosts, not building animals.\n")
    guard case .moved(let place) = try await knowledge.show(citation).state else {
      Issue.record("not moved")
      return
    }
    #expect(place.lines == 3...3)
    // What the index does not have is not read, wherever it lies.
    await #expect(throws: CorpusError.self) { try await knowledge.show("../outside.md") }
  }

  @Test func tellsTimeStateAndDocuments() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    let timeline = try await knowledge.timeline()
    #expect(timeline.entries.map(\.time.first).contains { $0.description == "2025-06-19" })
    let status = try await knowledge.status()
    #expect(status.map(\.documents) == [SampleNotes.files.count])
    let first = try await knowledge.documents(limit: 2)
    let rest = try await knowledge.documents(after: first.next)
    #expect(first.documents.count == 2)
    #expect(rest.documents.count == SampleNotes.files.count - 2)
    #expect(rest.next == nil)
  }

  @Test func indexTellsWhatOpeningDid() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    let shown = Mutex(0)
    let first = try await knowledge.index { _ in shown.withLock { $0 += 1 } }
    #expect(first.map { $0.refresh?.added.count } == [SampleNotes.files.count])
    #expect(first.first?.refresh?.unchanged == 0)
    // There is no model, and one line says so.
    #expect(first.first?.notes.filter { $0.contains("no model") }.count == 1)
    let second = try await knowledge.index()
    #expect(second.first?.refresh?.added.isEmpty == true)
    #expect(second.first?.refresh?.unchanged == SampleNotes.files.count)
    try notes.write("raw/2025/8.1.md", "Lighthouses shine.\n")
    #expect(try await knowledge.index().first?.refresh?.added == ["raw/2025/8.1.md"])
  }

  @Test func anIndexIsMadeAnewWhereThatIsAsked() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    _ = try await knowledge.index()
    let done = try await knowledge.index(Session.PreparationOptions(rebuild: .beside))
    #expect(done.first?.refresh?.added.count == SampleNotes.files.count)
    #expect(try await knowledge.ask("summoning ghosts").hits.isEmpty == false)
  }

  @Test func whatIsCancelledStopsWaiting() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    // Somebody else writes, so that the index cannot be made yet.
    let session = try notes.session()
    let writer = try IndexWriter(session.knowledgeBase, folder: session.folder)
    let task = Task { try await knowledge.ask("ghosts") }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    let start = ContinuousClock.now
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(ContinuousClock.now - start < .seconds(5))
    withExtendedLifetime(writer) {}
  }

  @Test func cancellingOneTakesNothingFromTheOthers() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    let tasks = (0..<8).map { _ in Task { try await knowledge.ask("summoning ghosts").hits.count } }
    tasks[0].cancel()
    for task in tasks.dropFirst() { #expect(try await task.value > 0) }
  }

  @Test func answersNothingAfterClosing() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    let hits = try await knowledge.ask("summoning ghosts").hits.count
    #expect(hits > 0)
    await knowledge.close()
    await knowledge.close()
    await #expect(throws: KnowledgeError.closed) { try await knowledge.ask("ghosts") }
    await knowledge.maintain { _, line in Issue.record("\(line)") }
    #expect(ErrorMessage(KnowledgeError.closed).description == "the knowledge base was closed")
  }

  @Test func closingWaitsForAnswersThatAreGiven() async throws {
    let notes = try SampleNotes()
    let knowledge = try notes.knowledge()
    let isDone = Mutex(false)
    let begun = AsyncStream.makeStream(of: Void.self)
    let answer = Task {
      try await knowledge.run { searcher in
        begun.continuation.yield()
        Thread.sleep(forTimeInterval: 0.2)
        isDone.withLock { $0 = true }
        return try searcher.search("ghosts").hits.count
      }
    }
    for await _ in begun.stream { break }
    await knowledge.close()
    #expect(isDone.withLock { $0 })
    #expect(try await answer.value > 0)
  }

  @Test func severalAreAskedAsOne() async throws {
    let work = try SampleNotes(["a.md": "The boiler is repaired by Ada.\n"], named: "work")
    let home = try SampleNotes(["b.md": "The boiler at home is new.\n"], named: "home")
    let knowledge = Knowledge(opening: [try work.session(), try home.session()])
    let answer = try await knowledge.ask("boiler")
    #expect(Set(answer.hits.map(\.document.path)) == ["work/a.md", "home/b.md"])
    #expect(try await knowledge.show("home/b.md").text == "The boiler at home is new.")
    #expect(try await knowledge.status().map(\.documents) == [1, 1])
  }

  @Test func aFolderThatIsNotThereIsAnError() {
    #expect(throws: CorpusError.self) { try Knowledge(folder: "/no/such/folder") }
  }
}

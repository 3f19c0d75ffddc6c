import Corpus
import Retrieval
import Testing

struct ConceptTests {
  private func base() throws -> SampleBase {
    let base = try SampleBase()
    try base.update()
    return base
  }

  @Test func namesSourcesByEvidence() throws {
    let base = try base()
    defer { withExtendedLifetime(base) {} }
    let result = try base.searcher().sources(of: "Bacterial Code")
    #expect(result.page?.path == "wiki/concepts/bacterial-code.md")
    let evidence = Dictionary(
      uniqueKeysWithValues: result.sources.map { ($0.document.path, $0.evidence) })
    #expect(evidence["raw/2025/7.6.md"]?.contains(.declared) == true)
    #expect(evidence["raw/2025/7.6.md"]?.contains(.mentioned) == true)
    #expect(evidence["raw/2026/2.12.md"]?.contains(.cited) == true)
    #expect(result.sources.first?.document.path == "raw/2025/7.6.md")
    for source in result.sources {
      #expect(!source.passages.isEmpty, "\(source.document.path) \(source.evidence)")
      #expect(!source.evidence.isEmpty)
    }
    #expect(result.warnings == [])
    #expect(result.sources.allSatisfy { $0.document.layer == "raw" })
  }

  @Test(arguments: [
    "bacterial-code", "BACTERIAL CODE", "code bacterial", "yoinkable code", "bactrial code",
    "wiki/concepts/bacterial-code.md",
  ])
  func findsThePage(name: String) throws {
    let base = try base()
    defer { withExtendedLifetime(base) {} }
    let result = try base.searcher().sources(of: name)
    #expect(result.page?.path == "wiki/concepts/bacterial-code.md", "\(name)")
  }

  @Test func listsWhatDoesNotResolve() throws {
    let base = try base()
    defer { withExtendedLifetime(base) {} }
    let result = try base.searcher().sources(of: "Animals vs Ghosts")
    #expect(result.unresolved.map(\.reference) == ["2025/99.md"])
    let declared = result.sources.filter { $0.evidence.contains(.declared) }.map(\.document.path)
    #expect(Set(declared) == ["raw/2025/10.2.md", "raw/talk/transcript.md"])
  }

  @Test func answersWithoutAPage() throws {
    let base = try base()
    defer { withExtendedLifetime(base) {} }
    let result = try base.searcher().sources(of: "coffee grinders")
    #expect(result.page == nil)
    #expect(result.sources.first?.document.path == "raw/2025/10.2.md")
    #expect(result.sources.first?.evidence.contains(.mentioned) == true)
  }

  @Test func findsNeighbours() throws {
    let base = try base()
    defer { withExtendedLifetime(base) {} }
    let found = try base.searcher().related(to: "bacterial-code")
    let neighbours = try #require(found).neighbours
    let ghosts = try #require(
      neighbours.first { $0.document.path == "wiki/concepts/animals-vs-ghosts.md" })
    #expect(ghosts.relations.contains(.linked))
    #expect(ghosts.relations.contains(.backlink))
    #expect(try base.searcher().related(to: "no such page") == nil)
  }

  @Test func followsKeptCitations() throws {
    let base = try base()
    defer { withExtendedLifetime(base) {} }
    let hit = try #require(try base.ask("eukaryotic monorepo").hits.first)
    var kept = hit.citation
    kept.hash = hit.hash
    #expect(try base.index().show(kept).state == .current)
    #expect(try base.index().show(hit.citation).text == hit.text)

    let text = try #require(SampleBase.ghosts["raw/2025/7.6.md"])
    try base.write("A new first line.\n\n" + text, to: "raw/2025/7.6.md")
    let moved = try base.index().show(kept)
    guard case .moved(let place) = moved.state else {
      Issue.record("moved text is not found: \(moved.state)")
      return
    }
    #expect(place.lines == (hit.lines.lowerBound + 2)...(hit.lines.upperBound + 2))
    #expect(moved.text == hit.text)

    try base.write("Gone.\n", to: "raw/2025/7.6.md")
    #expect(try base.index().show(kept).state == .gone)
    #expect(throws: CorpusError.self) { try base.index().show(hit.citation) }
    #expect(throws: CorpusError.self) {
      try base.index().show(Citation(path: "../../etc/hostname", lines: 1...1))
    }
  }
}

/// What cannot be named, and what is not encoded.
struct ConceptRefusalTests {
  @Test(arguments: ["", "  ", "...", "!?", "—"])
  func aConceptNeedsAWord(name: String) throws {
    let base = try SampleBase()
    try base.update()
    #expect(throws: QueryError.emptyConcept(name)) { try base.searcher().sources(of: name) }
    #expect(throws: QueryError.emptyConcept(name)) { try base.searcher().related(to: name) }
  }

  @Test func saysThatOnlyThePageIsNotEncoded() throws {
    let base = try SampleBase()
    try base.update(nil)
    let none = try base.searcher().sources(of: "Bacterial Code")
    #expect(none.warnings.contains { $0.contains("no passage is encoded yet") })
    try base.update()
    try base.write("---\ntitle: Yoinking\n---\n\nTo take code without imports.\n", to: "wiki/y.md")
    try base.update(nil)
    let page = try base.searcher().sources(of: "Yoinking")
    #expect(page.page?.path == "wiki/y.md")
    #expect(page.warnings.contains { $0.contains("this page is not encoded yet") })
    #expect(!page.warnings.contains { $0.contains("no passage") })
  }
}

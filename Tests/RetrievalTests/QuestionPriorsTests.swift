import Retrieval
import Testing

/// What the question itself says of the documents that it wants.
struct QuestionPriorsTests {
  private let encoder = WordEncoder(hasTokens: true)

  private static let pages = [
    "wiki/concepts/march-of-nines.md": """
    ---
    title: March of Nines
    type: concept
    aliases: [nines of reliability]
    ---

    # March of Nines

    Every step costs as much as the one before it.

    ## Related

    - [[reliability]]
    """,
    "wiki/concepts/reliability.md": """
    ---
    title: Reliability
    type: concept
    ---

    # Reliability

    The march of nines, nines, nines: the march of nines is a march. Marching nine by nine.
    """,
    "raw/2025/10.17.md":
      "The march of nines took years; each of the nines was work. March on, nines.\n",
    "raw/2024/3.2.md": "Reliability is what the grinder lacks.\n",
    "raw/2025/3.2.md": "Reliability is what the grinder lacks.\n",
  ]

  private func first(_ question: String, mode: SearchMode = .hybrid) throws -> String? {
    let base = try SampleBase(Self.pages)
    try base.update(encoder)
    return try base.ask(question, SearchOptions(mode: mode), encoder: encoder)
      .hits.first?.citation.description
  }

  @Test(arguments: [
    "march of nines", "March of Nines?", "nines march", "marching nine", "the nines of reliability",
    "march-of-nines",
  ])
  func aPageThatIsNamedComesFirst(question: String) throws {
    let citation = try #require(try first(question))
    #expect(citation.hasPrefix("wiki/concepts/march-of-nines.md"))
    let byWords = try #require(try first(question, mode: .lexical))
    #expect(byWords.hasPrefix("wiki/concepts/march-of-nines.md"))
  }

  @Test func aNameMayHoldATime() throws {
    let base = try SampleBase(
      Self.pages.merging([
        "wiki/notes-of-2025.md": "---\ntitle: Notes of 2025\n---\n\nWhat was kept.\n",
        "raw/notes.md": "Notes, notes, notes: all the notes of the notes.\n",
      ]) { first, _ in first })
    try base.update(encoder)
    let hits = try base.ask("notes of 2025", encoder: encoder).hits
    #expect(hits.first?.document.path == "wiki/notes-of-2025.md")
  }

  @Test func misspeltToo() throws {
    // Without a model's vocabulary every unknown word may be misspelt.
    #expect(try first("march of ninees")?.hasPrefix("wiki/concepts/march-of-nines.md") == true)
  }

  @Test func scoresStayInOrder() throws {
    let base = try SampleBase(Self.pages)
    try base.update(encoder)
    let hits = try base.ask("march of nines", encoder: encoder).hits
    #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.signals.fused >= $1.signals.fused })
    #expect(hits.map(\.rank) == Array(1...hits.count))
  }

  @Test func aNamedTimeLeads() throws {
    // The two files have the same text.
    let earlier = try first("reliability of the grinder in 2024 layer:raw")
    #expect(earlier?.hasPrefix("raw/2024") == true)
    let later = try first("reliability of the grinder in March 2025 layer:raw")
    #expect(later?.hasPrefix("raw/2025/3.2") == true, "\(later ?? "nothing")")
  }

  @Test func answerableIsEstimatedFromTokens() throws {
    let base = try SampleBase(Self.pages)
    try base.update(encoder)
    let known = try base.ask("march of nines", encoder: encoder).answerable
    let unknown = try base.ask("zebra xylophone quartet", encoder: encoder).answerable
    let low = try #require(unknown)
    let high = try #require(known)
    #expect((0...1).contains(low) && (0...1).contains(high) && low < high)
    #expect(try base.ask("march of nines", SearchOptions(mode: .lexical)).answerable == nil)
  }
}

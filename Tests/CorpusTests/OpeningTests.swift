import Corpus
import Testing

/// The first paragraph and the headings of a document.
struct OpeningTests {
  private func parse(_ text: String) -> ParsedDocument {
    DocumentParser().parse(Array(text.utf8), path: "wiki/a.md", layer: "wiki")
  }

  @Test(arguments: [
    ("# A\n\nWhat [[b|it]] **is**.\nMore.\n\nThen.\n", "What it is. More."),
    ("> Quoted.\n\n- item\n\nProse.\n", "Prose."),
    ("> Quoted.\n\n- item\n", "Quoted."),
    ("**Speaker:** A\n**Venue:** B\n\nProse.\n", "Prose."),
    ("**Type:** Product\n\nMore.\n", "Type: Product"),
    ("# A\n", ""), ("", ""),
  ])
  func openings(_ text: String, _ opening: String) {
    #expect(parse(text).opening == opening)
  }

  @Test func headingsHaveLevelsAndLines() {
    let headings = parse("---\ntitle: A\n---\n# A *b*\n\n> ## C\n\n```\n# no\n```\n").headings
    #expect(
      headings == [
        Heading(level: 1, text: "A b", line: 4), Heading(level: 2, text: "C", line: 6),
      ])
  }

  @Test func aHugeParagraphIsCutBetweenCharacters() {
    let opening = parse(String(repeating: "é", count: 100_000)).opening
    #expect(opening.utf8.count == 4_096)
    #expect(!opening.unicodeScalars.contains("\u{FFFD}"))
  }
}

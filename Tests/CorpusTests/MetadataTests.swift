import Corpus
import Testing

@Suite struct MetadataTests {
  private func date(_ path: String, layer: String = "raw") -> String? {
    parse("Text.", path: path, layer: layer).document.date?.description
  }

  @Test(arguments: [
    ("raw/2025/7.6.md", "2025-07-06"), ("raw/2025/07.06.md", "2025-07-06"),
    ("raw/2025/12.31-title.md", "2025-12-31"), ("raw/2025/7-6.md", "2025-07-06"),
    ("raw/2025/07/06.md", "2025-07-06"), ("raw/2025/7/6 title.md", "2025-07-06"),
    ("raw/2025-07-06-title.md", "2025-07-06"), ("raw/2025_07_06.md", "2025-07-06"),
    ("raw/20250706.md", "2025-07-06"), ("raw/20250706-x.md", "2025-07-06"),
    ("raw/2025-07-06/notes.md", "2025-07-06"), ("raw/2025-07/06.md", "2025-07-06"),
    ("raw/2025/2025-07-06.md", "2025-07-06"), ("raw/2024/x/2025/7.6.md", "2025-07-06"),
    ("raw/2025.7.6.md", "2025-07-06"),
  ])
  func datesFromPaths(path: String, expected: String) {
    #expect(date(path) == expected)
  }

  @Test(arguments: [
    "raw/7.6.md", "raw/2025/13.1.md", "raw/2025/2.30.md", "raw/2025/7.md", "raw/2025.md",
    "raw/202507061.md", "raw/version-1.2.md", "raw/2025/7.6.1.md", "raw/2025/7.6a.md",
    "raw/99999999.md", "raw/1/2/3.md",
  ])
  func pathsWithoutADate(path: String) {
    #expect(date(path) == nil)
  }

  @Test func frontMatterComesFirstAndCreatedLast() {
    let both = "---\ndate: 2024-01-01\ncreated: 2023-01-01\n---\nText."
    let path = "raw/2025/7.6.md"
    #expect(parse(both, path: path).document.date?.year == 2024)
    let created = "---\ncreated: 2023-01-01\n---\nText."
    #expect(parse(created, path: path).document.date?.year == 2025)
    #expect(parse(created, path: "raw/x.md").document.date?.year == 2023)
  }

  @Test(arguments: [
    ("raw/2025/7.6.md", "raw", "post"), ("raw/notes.md", "raw", "note"),
    ("wiki/concepts/a.md", "wiki", "concept"), ("wiki/entities/b/a.md", "wiki", "entity"),
    ("wiki/methods/a.md", "wiki", "method"), ("wiki/sources/a.md", "wiki", "source-summary"),
    ("wiki/index.md", "wiki", "note"), ("a/2025-07-06.md", "notes", "note"),
    ("raw/concepts/2025-07-06.md", "raw", "post"),
  ])
  func types(path: String, layer: String, expected: String) {
    #expect(parse("Text.", path: path, layer: layer).document.type == expected)
  }

  @Test(arguments: [
    ("# The *title* `of` it #\n\nText.", "The title of it"),
    ("Text.\n\n## Two\n\n# One\n", "One"), ("One\n===\n\nText.", "One"),
    ("Text [with](a.md) **markup**, and so on. More.", "Text with markup, and so on."),
    ("First line without an end\nsecond line", "First line without an end"),
    ("> - Quoted item", "Quoted item"), ("", "7.6"), ("## Only a section\n", "7.6"),
    ("Is this one? Yes.", "Is this one?"), ("短い文。もう一つ。", "短い文。"),
    ("See https://example.org/some/page for it.", "See example.org some page for it."),
    ("![](a.png)\n\nBelow the image.", "Below the image."),
  ])
  func titles(text: String, expected: String) {
    #expect(parse(text, path: "raw/2025/7.6.md", layer: "raw").document.title == expected)
  }

  @Test func longTitlesAreCutAtAWord() {
    let title = parse(prose(words: 60, sentence: 50), path: "raw/a.md", layer: "raw").document.title
    #expect(title.count <= 80)
    #expect(title.hasSuffix("word…"))
    let word = String(repeating: "x", count: 300)
    #expect(parse(word, path: "raw/a.md", layer: "raw").document.title.count == 80)
  }

  @Test(arguments: [
    ("wiki/concepts/march-of-nines.md", "March of nines"), ("wiki/Über_uns.md", "Über uns"),
    ("wiki/A page.markdown", "A page"), ("wiki/2025-07-06.md", "2025-07-06"),
    ("wiki/---.md", "---"),
  ])
  func titlesFromFileNames(path: String, expected: String) {
    #expect(parse("Text.", path: path, layer: "wiki").document.title == expected)
  }

  @Test func theHashIsThatOfTheBytes() {
    let document = parse("abc").document
    #expect(document.hash.hasPrefix("ba7816bf"))
    #expect(document.hash.utf8.count == 64)
    #expect(document.size == 3)
  }

  @Test func calendar() {
    #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2025, month: 2, day: 29) == nil)
    #expect(CalendarDate(parsing: "2025")?.description == "2025-01-01")
    #expect(CalendarDate(parsing: "2025-07")?.description == "2025-07-01")
    #expect(CalendarDate(parsing: "") == nil)
    #expect(CalendarDate(parsing: "x 2025") == nil)
  }
}

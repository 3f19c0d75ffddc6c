import Corpus
import Testing

@Suite struct FrontMatterTests {
  @Test func everyKey() {
    let parsed = parse(
      """
      ---
      title: "A title: with a colon"
      type: Concept
      date: 2025-07-06
      created: 2025-07-07T10:00:00Z
      updated: '2025/7/8'
      sources: [2025/7.6.md, "2025/9.1.md"]
      tags: [one, '#two', three/four]
      aliases:
        - First
        - Second
      url: https://example.org/a
      language: en
      channel: A channel
      author: [A. Writer, B. Writer]
      unknown: {deep: [1, 2]}
      ---
      Text.
      """)
    let document = parsed.document
    #expect(document.title == "A title: with a colon")
    #expect(document.type == "concept")
    #expect(document.date == CalendarDate(year: 2025, month: 7, day: 6))
    #expect(document.created == CalendarDate(year: 2025, month: 7, day: 7))
    #expect(document.updated == CalendarDate(year: 2025, month: 7, day: 8))
    #expect(document.sources == ["2025/7.6.md", "2025/9.1.md"])
    #expect(document.tags == ["one", "two", "three/four"])
    #expect(document.aliases == ["First", "Second"])
    #expect(document.url == "https://example.org/a")
    #expect(document.language == "en")
    #expect(document.channel == "A channel")
    #expect(document.author == "A. Writer")
    #expect(parsed.issues.isEmpty)
    #expect(parsed.passages.map(\.lines) == [18...18])
  }

  @Test(arguments: [
    ("sources: a.md", ["a.md"]), ("sources: a.md, b.md", ["a.md", "b.md"]),
    ("sources:\n  - a.md\n  - b c.md", ["a.md", "b c.md"]), ("sources:\n- a.md", ["a.md"]),
    ("sources: [[page]]", ["page"]), ("sources: ['[[page]]']", ["[[page]]"]),
    ("sources:\n  - path: a.md\n    note: x\n  - url: https://e.org", ["a.md", "https://e.org"]),
    ("sources:\n  - raw/a.md: the origin", ["raw/a.md"]),
    ("sources: [[a.md, b.md], c.md]", ["a.md", "b.md", "c.md"]),
    ("sources:", []), ("sources: ~", []), ("sources: []", []), ("sources: [a.md, a.md]", ["a.md"]),
    ("source: raw/a.md", ["raw/a.md"]), ("source: https://e.org/x", []),
    ("sources: [4.10, 2025 corpus]", ["4.10", "2025 corpus"]),
  ])
  func sourcesInAnyShape(yaml: String, expected: [String]) {
    let parsed = parse("---\n\(yaml)\n---\nText.\n")
    #expect(parsed.document.sources == expected)
    #expect(parsed.issues.isEmpty)
  }

  @Test(arguments: [
    ("tags: one two", ["one", "two"]), ("tags: one, two", ["one", "two"]),
    ("tags: '#one #two'", ["one", "two"]), ("tags:\n  - one\n  - One", ["one"]),
    ("tag: one", ["one"]), ("tags: 2025", ["2025"]), ("tags:", []),
  ])
  func tagsInAnyShape(yaml: String, expected: [String]) {
    #expect(parse("---\n\(yaml)\n---\nText.\n").document.tags == expected)
  }

  @Test func inlineTagsAreAdded() {
    let parsed = parse("---\ntags: [one]\n---\nText #two and #One.\n")
    #expect(parsed.document.tags == ["one", "two"])
  }

  @Test(arguments: [
    "2025-07-06", "2025-7-6", "2025/07/06", "2025.7.6", "20250706", "'2025-07-06'",
    "2025-07-06 10:00:00", "2025-07-06T10:00:00+02:00", "July 6, 2025", "6 July 2025", "Jul 6 2025",
    "Sun, 6 Jul 2025", "'[[2025-07-06]]'", "[2025-07-06]",
  ])
  func dates(written: String) {
    let document = parse("---\ndate: \(written)\n---\nText.\n").document
    #expect(document.date == CalendarDate(year: 2025, month: 7, day: 6))
  }

  @Test(arguments: ["2025-13-01", "2025-02-30", "yesterday", "07.06.2025", "{a: b}", "2025-07-061"])
  func wrongDatesAreReported(written: String) {
    let parsed = parse("---\ntitle: x\ndate: \(written)\n---\nText.\n")
    #expect(parsed.document.date == nil)
    #expect(parsed.issues.map(\.kind) == [.value])
    #expect(parsed.issues.first?.line == 3)
  }

  @Test func wrongValuesAreReported() {
    let parsed = parse("---\ntitle: [a, b]\ntype: {a: b}\n---\n# Heading\n\nText.\n")
    #expect(parsed.issues.map(\.kind) == [.value, .value])
    #expect(parsed.issues.map(\.line) == [2, 3])
    #expect(parsed.document.title == "Heading")
  }

  @Test func brokenYAMLIsRescued() {
    let parsed = parse(
      """
      ---
      title: A "quoted" thing: broken
      date: 2025-07-06
      sources:
        - a.md
        - "b.md"
      tags: [one, two
      bad: : :
      ---
      Text.
      """)
    #expect(parsed.issues.map(\.kind) == [.frontMatter])
    #expect(parsed.issues.first?.line == 2)
    #expect(parsed.document.title == "A \"quoted\" thing: broken")
    #expect(parsed.document.date == CalendarDate(year: 2025, month: 7, day: 6))
    #expect(parsed.document.sources == ["a.md", "b.md"])
    #expect(parsed.document.tags == ["one", "two"])
    #expect(parsed.passages.map(\.plainText) == ["Text."])
  }

  @Test func tabsAndDuplicatesAreRescued() {
    let parsed = parse("---\ntitle: One\ntitle: Two\n\tx: y\n---\nText.\n")
    #expect(parsed.document.title == "One")
    #expect(parsed.issues.count == 1)
  }

  @Test func unclosed() {
    let parsed = parse("---\ntitle: A\ntags: [b]\n\nText here.\n")
    #expect(parsed.document.title == "A")
    #expect(parsed.document.tags == ["b"])
    #expect(parsed.issues.map(\.kind) == [.frontMatter])
    #expect(parsed.passages.map(\.plainText) == ["Text here."])
  }

  @Test(arguments: [
    "---\nProse under a rule.\n\n---\n\nMore.\n", "---\nProse alone.\n", "---\n\nProse.\n",
    "--- \n- a list\n\n---\nMore.\n", "----\ntitle: A\n---\nx\n", "text\n---\ntitle: x\n---\n",
  ])
  func aRuleIsNotFrontMatter(text: String) {
    let parsed = parse(text)
    #expect(parsed.issues.isEmpty)
    #expect(parsed.document.title == "Page")
    #expect(!parsed.passages.isEmpty)
    let words = parsed.passages.map(\.plainText).joined(separator: " ")
    for word in ["Prose", "More", "list"] where text.contains(word) {
      #expect(words.contains(word))
    }
  }

  @Test(arguments: ["---\n---\nText.\n", "---\n\n# nothing\n---\nText.\n", "---\n...\nText.\n"])
  func empty(text: String) {
    let parsed = parse(text)
    #expect(parsed.issues.isEmpty)
    #expect(parsed.passages.map(\.plainText) == ["Text."])
  }

  @Test(arguments: ["\r\n", "\r"])
  func otherLineEnds(end: String) {
    let text = ["---", "title: A", "tags:", "  - one", "---", "Text.", ""].joined(separator: end)
    let parsed = parse(text)
    #expect(parsed.document.title == "A")
    #expect(parsed.document.tags == ["one"])
    #expect(parsed.passages.map(\.lines) == [6...6])
  }

  @Test func byteOrderMark() {
    let parsed = parse("\u{FEFF}---\ntitle: A\n---\nText.\n")
    #expect(parsed.document.title == "A")
    #expect(parsed.passages.map(\.bytes) == [20..<25])
    let bare = parse("\u{FEFF}Text.\n")
    #expect(bare.passages.map(\.bytes) == [3..<8])
    #expect(bare.passages.map(\.isPartial) == [false])
  }

  @Test(arguments: [
    "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\ntitle: Bomb",
    "title: Bomb\ndeep: \(String(repeating: "[", count: 5_000))",
    "title: Bomb\n\(String(repeating: "- ", count: 5_000))x",
    "title: Bomb\nlong: \(String(repeating: "x", count: 200_000))",
    "title: Bomb\n? \(String(repeating: "{a: ", count: 5_000))",
  ])
  func bombsAreNotParsed(yaml: String) {
    let parsed = parse("---\n\(yaml)\n---\nText.\n")
    #expect(parsed.issues.map(\.kind) == [.frontMatter])
    #expect(parsed.document.title == "Bomb")
    #expect(parsed.passages.map(\.plainText) == ["Text."])
  }

  @Test func asterisksAndAmpersandsInTextAreFine() {
    let parsed = parse("---\ntitle: R&D and *more*\ntags: [a&b]\n---\nText.\n")
    #expect(parsed.issues.isEmpty)
    #expect(parsed.document.title == "R&D and *more*")
  }
}

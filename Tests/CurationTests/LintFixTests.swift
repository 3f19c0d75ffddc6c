import Corpus
import Curation
import Foundation
import Testing

/// What `LintFixer` changes, and what it leaves alone.
struct LintFixTests {
  @discardableResult
  private func fix(_ wiki: TemporaryWiki, isDry: Bool = false) throws -> [LintFix] {
    let today = try #require(CalendarDate(year: 2026, month: 5, day: 6))
    let snapshot = try Snapshot(wiki.base)
    let findings = try Linter(snapshot, today: today).findings()
    return try LintFixer(wiki.base, today: today, isDry: isDry).fix(findings, of: snapshot)
  }

  private func wiki(_ front: String, _ text: String = "Text.", raw: String = "Post.\n") throws
    -> TemporaryWiki
  {
    try TemporaryWiki([
      "raw/2026/4.10.md": raw, "raw/talks/the-long-name-of-a-keynote/transcript.md": "Talk.\n",
      "raw/other/unlike/transcript.md": "Other.\n",
      "wiki/overview.md": "---\n\(front)\n---\n\(text)\n",
    ])
  }

  /// Front matter before and after.
  @Test(
    arguments: [
      ("title: O\nsources: [4.10.md, x.md]", "title: O\nsources: [2026/4.10.md, x.md]"),
      (
        "title: O\nsources:\n  - '4.10.md'\n  - \"x.md\" # 4.10.md",
        "title: O\nsources:\n  - '2026/4.10.md'\n  - \"x.md\" # 4.10.md"
      ),
      (
        "sources: [4.10.md]\ntitle: O", "title: O\nsources: [2026/4.10.md]"
      ),
      (
        "title: O\nsources:\n  - '4.10.md'\n  - \"x.md\"",
        "title: O\nsources:\n  - '2026/4.10.md'\n  - \"x.md\""
      ),
      ("title: O\nsources: 4.10.md", "title: O\nsources: 2026/4.10.md"),
      ("title: O\nsources: [14.10.md, 4.10.md]", "title: O\nsources: [14.10.md, 2026/4.10.md]"),
      ("title: 4.10.md\nsources: [4.10.md]", "title: 4.10.md\nsources: [2026/4.10.md]"),
      (
        "title: O\nsources: [long-name-keynote/transcript.md]",
        "title: O\nsources: [talks/the-long-name-of-a-keynote/transcript.md]"
      ),
      ("title: O\nsources: [2026 corpus]", nil),
      (
        "sources: [2026/4.10.md]\n# about the title\ntitle: O\ncreated: 2026-01-01",
        "# about the title\ntitle: O\ncreated: 2026-01-01\nsources: [2026/4.10.md]"
      ),
      (
        "sources:\n- 2026/4.10.md\nmine: 1\ntitle: >\n  O\n",
        "title: >\n  O\n\nsources:\n- 2026/4.10.md\nmine: 1"
      ),
    ] as [(String, String?)])
  func frontMatterIsMended(_ before: String, _ after: String?) throws {
    for end in ["\n", "\r\n"] {
      let page = { (front: String) in
        "\u{FEFF}---\n\(front)\n---\nText.\n".replacing("\n", with: end)
      }
      let wiki = try wiki("")
      try wiki.write("wiki/overview.md", page(before))
      try fix(wiki)
      let new = try Data(contentsOf: wiki.url.appendingPathComponent("wiki/overview.md"))
      #expect(Array(new) == Array(page(after ?? before).utf8))
      #expect(try fix(wiki) == [])
    }
  }

  @Test func clearLinksAreMended() throws {
    let pages = [
      "wiki/concepts/car.md": TemporaryWiki.page(
        "The car",
        "[[car]] `[[car]]`\n[[car|x]], [[ car#top ]] [[car#car]]\n\n| a |\n|---|\n| [[car]] |"),
      "wiki/entities/car.md": TemporaryWiki.page("Car Inc", type: "entity", "[[concepts/car]]"),
      "wiki/overview.md": TemporaryWiki.page(
        "Overview", type: "overview", "[[car]] [[car|Car Inc]]"),
    ]
    let wiki = try TemporaryWiki(pages)
    try fix(wiki)
    let concept = try wiki.read("wiki/concepts/car.md")
    // Of two that read alike, one stands in code: nothing is done to that line.
    #expect(concept.contains("[[car]] `[[car]]`\n"))
    #expect(concept.contains("[[entities/car|x]], [[ car#top ]] [[car#car]]\n"))
    #expect(concept.contains("| [[entities/car\\|car]] |"))
    #expect(try wiki.read("wiki/overview.md").contains("[[car]] [[entities/car|Car Inc]]\n"))
    #expect(try wiki.read("wiki/entities/car.md") == pages["wiki/entities/car.md"])
  }

  @Test func aDryRunWritesNothing() throws {
    let wiki = try wiki("title: O\nsources: [4.10.md]")
    try wiki.write("wiki/concepts/a.md", TemporaryWiki.page("A"))
    let before = try wiki.read("wiki/overview.md")
    let dry = try fix(wiki, isDry: true)
    #expect(Set(dry.map(\.rule)) == [.looseSource, .uncatalogued])
    #expect(dry.first { $0.rule == .looseSource }?.new == "2026/4.10.md")
    #expect(try wiki.read("wiki/overview.md") == before)
    #expect(!wiki.exists("wiki/index.md"))
    #expect(try fix(wiki) == dry)
    #expect(wiki.exists("wiki/index.md"))
  }

  @Test func rawIsNeverTouched() throws {
    let raw = "---\nupdated: 2026-01-01\ntitle: R\nsources: [transcript.md]\n---\n[[overview]]\n"
    let wiki = try wiki("title: O\nsources: [4.10.md]", raw: raw)
    try fix(wiki)
    #expect(try wiki.read("raw/2026/4.10.md") == raw)
  }

  @Test func aFileThatChangedMeanwhileIsLeftAlone() throws {
    let wiki = try wiki("title: O\nsources: [4.10.md]")
    let today = try #require(CalendarDate(year: 2026, month: 5, day: 6))
    let snapshot = try Snapshot(wiki.base)
    let findings = try Linter(snapshot, today: today).findings()
    try wiki.write("wiki/overview.md", "Mine.\n")
    #expect(throws: CurationError.changedMeanwhile(path: "wiki/overview.md")) {
      try LintFixer(wiki.base, today: today, isDry: false).fix(findings, of: snapshot)
    }
    #expect(try wiki.read("wiki/overview.md") == "Mine.\n")
  }
}

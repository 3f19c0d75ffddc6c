import Corpus
import Curation
import Foundation
import Testing

/// Every rule finds what is wrong, at its place, and leaves alone what is sound.
struct LintTests {
  /// A wiki in which nothing is to be found.
  static let sound = [
    "raw/2026/1.1.md": "A post.\n\nOn two lines.\n",
    "raw/2026/1.2.md": "Another post.\n",
    "wiki/concepts/agi.md": TemporaryWiki.page(
      "AGI",
      "What it is, see [[tesla]] ([1 January](../../raw/2026/1.1.md#L1-L3)).\n\nA block. ^one",
      more: "sources: [2026/1.1.md, 2026/1.2.md]\n"),
    "wiki/entities/tesla.md": TemporaryWiki.page(
      "Tesla", type: "entity",
      "Makes cars for [[AGI#AGI]] and [[agi#^one]], [site](https://x.org).",
      more: "sources: [2026/1.1.md]\n"),
    "wiki/index.md":
      "# Index\n\n## Concepts\n\n| Page | Summary |\n|---|---|\n| [[agi\\|AGI]] | A |\n\n"
      + "## Entities\n\n| Page | Summary |\n|---|---|\n| [[tesla\\|Tesla]] | T |\n",
    "wiki/log.md": "# Log\n\n## [2026-01-02] ingest | Both\n- Pages: [[agi]], [[gone-since]]\n",
  ]

  static func lint(
    _ wiki: TemporaryWiki, record: [RecordedFile] = [], _ selection: LintSelection = .init()
  ) throws -> [LintFinding] {
    let today = try #require(CalendarDate(year: 2026, month: 5, day: 6))
    return try Linter(Snapshot(wiki.base), record: record, today: today).findings(selection)
  }

  private func places(_ wiki: TemporaryWiki) throws -> Set<String> {
    Set(
      try Self.lint(wiki).map { finding in
        "\(finding.rule.rawValue) \(finding.severity.rawValue) \(finding.path):\(finding.line ?? 0)"
      })
  }

  @Test func aSoundWikiHasNoFindings() throws {
    #expect(try Self.lint(TemporaryWiki(Self.sound)) == [])
  }

  /// Files that are laid over the sound wiki, and what is found then.
  private static let cases: [(name: String, files: [String: String], found: [String])] = [
    (
      "links",
      ["wiki/overview.md": overview("[[nowhere]], [a](b.md), ![[no.png]], [up](../../x.md)")],
      ["broken-link error wiki/overview.md:10"]
    ),
    (
      "links that lead to files",
      [
        "wiki/overview.md": overview(
          "![[p.png]] [pic](img/p.png) [folder](concepts/) [[2026/1.1]]"),
        "wiki/img/p.png": "x",
      ], []
    ),
    (
      "links in code and raw",
      [
        "wiki/overview.md": overview("`[[nowhere]]`\n\n```\n[[nowhere]]\n```"),
        "raw/2026/1.3.md": "[[nowhere]] [a](b.md)\n",
      ], []
    ),
    (
      "anchors",
      [
        "wiki/overview.md": overview(
          "[[agi#No such]] [a](concepts/agi.md#agi) [b](concepts/agi.md#nowhere) [[tesla#^two]]")
      ], ["broken-anchor warning wiki/overview.md:10"]
    ),
    (
      "anchors in HTML",
      [
        "wiki/overview.md": overview("<a id=\"here\"></a>\n\n[to](#here) [to](#there)")
      ], ["broken-anchor warning wiki/overview.md:12"]
    ),
    (
      "citations",
      [
        "wiki/overview.md": overview(
          "[a](../raw/2026/1.1.md#L4)\n[b](../raw/2026/1.1.md#L2)\n[c](../raw/2026/1.1.md#L3-L2)")
      ],
      [
        "citation-line error wiki/overview.md:10", "citation-line warning wiki/overview.md:11",
        "citation-line error wiki/overview.md:12",
      ]
    ),
    (
      "missing pages",
      [
        "wiki/overview.md": overview("[[no-where]]"),
        "wiki/entities/tesla.md": TemporaryWiki.page(
          "Tesla", type: "entity", "[[No Where]] [[agi]]", more: "sources: [2026/1.1.md]\n"),
      ],
      [
        "broken-link error wiki/overview.md:10", "broken-link error wiki/entities/tesla.md:11",
        "missing-page warning wiki/entities/tesla.md:11",
      ]
    ),
    (
      "orphans",
      [
        "wiki/entities/tesla.md": TemporaryWiki.page(
          "Tesla", type: "entity", "Cars. [[tesla#Tesla]]", more: "sources: [2026/1.1.md]\n")
      ], ["orphan warning wiki/concepts/agi.md:0"]
    ),
    (
      "sources",
      [
        "raw/2025/1.2.md": "Older.\n",
        "wiki/overview.md": overview(
          "A.", more: "sources: [1.1.md, 1.2.md, no.md, https://x.org]\n"),
      ],
      [
        "loose-source warning wiki/overview.md:6", "ambiguous-source warning wiki/overview.md:6",
        "unresolved-source error wiki/overview.md:6",
      ]
    ),
    (
      "numbers of sources",
      [
        "wiki/concepts/agi.md": TemporaryWiki.page(
          "AGI", "A. ^one", more: "sources: [2026/1.1.md]\n"),
        "wiki/entities/tesla.md": TemporaryWiki.page("Tesla", type: "entity", "[[agi]]"),
        "wiki/overview.md": overview("[[tesla]]"),
        "wiki/concepts/b.md": TemporaryWiki.page("B", "[[agi]]"),
        "wiki/index.md": sound["wiki/index.md", default: ""] + "\n- [[b]]\n",
      ],
      [
        "single-source info wiki/concepts/agi.md:6", "no-source warning wiki/concepts/b.md:0",
        "orphan warning wiki/concepts/b.md:0",
      ]
    ),
    (
      "ages",
      [
        "wiki/overview.md": overview("A.", more: "sources: [2026/1.5.md]\n"),
        "raw/2026/1.5.md": "Late.\n",
      ], ["outdated-page warning wiki/overview.md:5"]
    ),
    (
      "the index",
      [
        "wiki/index.md":
          "## Concepts\n\n| Page | Sources |\n|---|---|\n| [[agi]] | 3 |\n| [[gone]] | 1 |\n"
      ],
      [
        "wrong-row warning wiki/index.md:5", "dead-row error wiki/index.md:6",
        "uncatalogued warning wiki/entities/tesla.md:0",
      ]
    ),
    (
      "the log", ["wiki/log.md": "## 2026-01-02 ingest | A\n\n## [2026-01-02] ingest | A\n"],
      ["malformed-log warning wiki/log.md:1", "malformed-log info wiki/log.md:3"]
    ),
    (
      "front matter",
      [
        "wiki/overview.md": "No front matter.\n",
        "wiki/entities/tesla.md":
          "---\ntitle: Tesla\ntype: concept\ncreated: 2026-01-05\nupdated: 2026-01-04\n"
          + "sources: [2026/1.1.md]\n---\n[[agi]]\n",
      ],
      [
        "front-matter warning wiki/overview.md:1", "front-matter warning wiki/entities/tesla.md:3",
        "front-matter error wiki/entities/tesla.md:5",
        "single-source info wiki/entities/tesla.md:6",
      ]
    ),
    (
      "values of front matter",
      [
        "wiki/overview.md":
          "---\ntype: overview\ntitle: [a, b]\ncreated: 2026-02-30\nupdated: 2027-01-01\n"
          + "tags: {a: b}\n---\nText.\n"
      ],
      [
        "front-matter error wiki/overview.md:3", "front-matter error wiki/overview.md:4",
        "front-matter warning wiki/overview.md:5", "front-matter error wiki/overview.md:6",
        "front-matter-order info wiki/overview.md:2",
      ]
    ),
    (
      "broken YAML",
      [
        "wiki/overview.md": "---\ntitle: A\ntitle: B\n---\nText.\n"
      ], ["front-matter error wiki/overview.md:2"]
    ),
    (
      "names",
      [
        "wiki/concepts/agi.md": TemporaryWiki.page(
          "AGI", "See [[tesla]] ([c](../../raw/2026/1.1.md#L1)). ^one",
          more: "sources: [2026/1.1.md, 2026/1.2.md]\naliases: [tesla]\n")
      ],
      [
        "duplicate-name warning wiki/concepts/agi.md:7",
        "duplicate-name warning wiki/entities/tesla.md:1",
      ]
    ),
  ]

  private static func overview(_ text: String, more: String = "") -> String {
    TemporaryWiki.page("Overview", type: "overview", text, more: more)
  }

  @Test(arguments: cases.map(\.name)) func everyRuleFindsItsOwn(_ name: String) throws {
    let test = try #require(Self.cases.first { $0.name == name })
    let wiki = try TemporaryWiki(Self.sound.merging(test.files) { $1 })
    #expect(try places(wiki) == Set(test.found))
  }

  @Test func everyLinkIsCounted() throws {
    let wiki = try TemporaryWiki(Self.sound)
    try wiki.write("wiki/overview.md", Self.overview("[[a1]] [[b1]] [c](c1.md) ![[d1.png]]"))
    #expect(try Self.lint(wiki).map(\.rule) == Array(repeating: .brokenLink, count: 4))
  }

  @Test func ambiguousLinksAreGraded() throws {
    let wiki = try TemporaryWiki(Self.sound)
    try wiki.write(
      "wiki/concepts/tesla.md",
      TemporaryWiki.page(
        "Tesla coil", "[[tesla]] is not [[entities/tesla]].",
        more: "sources: [2026/1.1.md, 2026/1.2.md]\n"))
    try wiki.write(
      "wiki/overview.md", Self.overview("[[tesla]] [[tesla|Tesla coil]] [[concepts/tesla]]"))
    let found = try Self.lint(wiki).filter { $0.rule == .ambiguousLink }
    let facts = Set(found.map { "\($0.severity) \($0.path):\($0.line ?? 0) \($0.fix)" })
    #expect(
      facts == [
        "warning wiki/concepts/tesla.md:11 write [[entities/tesla]]",
        "info wiki/concepts/agi.md:11 write the folder, too: [[concepts/tesla]] or [[entities/tesla]]",
        "warning wiki/overview.md:10 write the folder, too: [[concepts/tesla]] or [[entities/tesla]]",
        "warning wiki/overview.md:10 write [[concepts/tesla]]",
      ])
  }

  @Test func bytesThatAreNotUTF8AreFound() throws {
    let wiki = try TemporaryWiki(Self.sound)
    try wiki.write("wiki/overview.md", bytes: Array(Self.overview("A.").utf8) + [0xC3, 0x28, 0x0A])
    try wiki.write("raw/u.md", bytes: [0xFF, 0xFE, 0x41, 0x00, 0x42, 0x00])
    try wiki.write("raw/empty.md", "")
    #expect(
      try places(wiki) == ["unreadable warning wiki/overview.md:11", "unreadable error raw/u.md:0"])
  }

  @Test func rulesAreSwitchedOff() throws {
    let wiki = try TemporaryWiki(Self.sound)
    try wiki.write("wiki/overview.md", Self.overview("[[nowhere]]"))
    try wiki.write("wiki/concepts/more.md", "[[nowhere]]\n")
    let all = try Self.lint(wiki).filter { $0.rule == .brokenLink }.map(\.path)
    #expect(all == ["wiki/concepts/more.md", "wiki/overview.md"])
    try wiki.write("footnote.yml", "lint:\n  broken-link: [wiki/concepts/]\n")
    #expect(
      try Self.lint(wiki).filter { $0.rule == .brokenLink }.map(\.path) == ["wiki/overview.md"])
    try wiki.write("footnote.yml", "lint:\n  broken-link: off\n")
    #expect(try Self.lint(wiki).filter { $0.rule == .brokenLink }.isEmpty)
    try wiki.write("footnote.yml", "lint:\n  broken-links: off\n")
    #expect(throws: CurationError.unknownRule(name: "broken-links")) { try Self.lint(wiki) }
  }

  @Test func whatIsAskedForIsAnswered() throws {
    let wiki = try TemporaryWiki(Self.sound)
    try wiki.write("wiki/overview.md", Self.overview("[[nowhere]] [[agi#No]]"))
    var selection = LintSelection()
    selection.severity = .error
    #expect(try Self.lint(wiki, selection).map(\.rule) == [.brokenLink])
    selection.severity = .info
    selection.rules = [.brokenAnchor]
    #expect(try Self.lint(wiki, selection).map(\.rule) == [.brokenAnchor])
    selection.paths = ["wiki/concepts", "wiki/over"]
    #expect(try Self.lint(wiki, selection) == [])
  }

  @Test func aFolderOfNotesHasOnlyLinksToCheck() throws {
    let wiki = try TemporaryWiki()
    for folder in ["raw", "wiki"] {
      try FileManager.default.removeItem(at: wiki.url.appendingPathComponent(folder))
    }
    try wiki.write("a.md", "[[b]] and [[nowhere]]\n")
    try wiki.write("b.md", "No front matter, no links.\n")
    #expect(try places(wiki) == ["broken-link error a.md:1"])
  }
}

import Corpus
import Curation
import Foundation
import Testing

struct CatalogTests {
  private let today = CalendarDate(year: 2026, month: 5, day: 6)

  private func plan(_ wiki: TemporaryWiki, refreshes: Bool = false) throws -> CatalogPlan {
    try Catalog.plan(
      Snapshot(wiki.base), today: try #require(today), refreshes: refreshes)
  }

  private func written(_ wiki: TemporaryWiki, refreshes: Bool = false) throws -> String {
    try plan(wiki, refreshes: refreshes).write(in: wiki.base)
    return try wiki.read("wiki/index.md")
  }

  private static let pages = [
    "wiki/concepts/agi.md": TemporaryWiki.page("AGI", "Thinks like *people*. Or so."),
    "wiki/concepts/same.md": TemporaryWiki.page("Same idea", "An idea."),
    "wiki/entities/same.md": TemporaryWiki.page(
      "Same thing", type: "entity", "A | thing.", more: "summary: By hand\nsources: [a.md, b.md]\n"),
    "wiki/overview.md": TemporaryWiki.page("Overview", type: "overview", "All of it."),
  ]

  @Test func aNewIndexHasEverySection() throws {
    let wiki = try TemporaryWiki(Self.pages)
    let text = try written(wiki)
    #expect(
      text.hasSuffix(
        """
        ## Overview

        | Page | Summary |
        |---|---|
        | [[overview\\|Overview]] | All of it |

        ## Concepts

        | Page | Summary |
        |---|---|
        | [[agi\\|AGI]] | Thinks like people |
        | [[concepts/same\\|Same idea]] | An idea |

        ## Entities

        | Page | Summary |
        |---|---|
        | [[entities/same\\|Same thing]] | By hand |

        """))
    #expect(text.hasPrefix("---\ntitle: Index\ntype: index\ncreated: 2026-05-06\n"))
    #expect(try plan(wiki).isCurrent)
  }

  private static let index = """
    ---
    updated: 2026-01-01
    title: Index
    ---
    # Index

    A preamble that names [[agi]].

    ## Entities

    | File | Name | Kind | Sources | Date Added |
    |------|------|------|---------|------------|
    | [same](entities/same.md) | The thing | Product | 7 | 2026-01-02 |
    | [gone](entities/gone.md) | Gone | Product | 1 | 2026-01-02 |
    <!-- New entries go here -->

    Behind it.

    ## Concepts

    | File | Name | Sources |
    |---|---|---|
    | [same](concepts/same.md) | Written by hand | 0 |

    """

  @Test func anIndexKeepsItsShapeAndWords() throws {
    let wiki = try TemporaryWiki(Self.pages)
    try wiki.write("wiki/index.md", Self.index)
    let plan = try plan(wiki)
    #expect(plan.changes.map(\.kind) == [.differs, .dead, .missing])
    #expect(plan.changes.map(\.line) == [13, 14, nil])
    let expected = Self.index
      .replacing("| 7 |", with: "| 2 |").replacing(
        "updated: 2026-01-01", with: "updated: 2026-05-06"
      )
      .replacing("| [gone](entities/gone.md) | Gone | Product | 1 | 2026-01-02 |\n", with: "")
      .replacing(
        "| [same](concepts", with: "| [agi](concepts/agi.md) | AGI | 0 |\n| [same](concepts")
    #expect(try written(wiki) == expected)
    #expect(try self.plan(wiki).changes.isEmpty)
  }

  @Test func lineEndsByteOrderMarkAndForeignBytesStay() throws {
    let wiki = try TemporaryWiki(Self.pages)
    let bytes =
      [0xEF, 0xBB, 0xBF] + Array(Self.index.replacing("\n", with: "\r\n").utf8) + [
        0xFF, 0x0D, 0x0A,
      ]
    try wiki.write("wiki/index.md", bytes: bytes)
    try plan(wiki).write(in: wiki.base)
    let new = Array(try Data(contentsOf: wiki.url.appendingPathComponent("wiki/index.md")))
    #expect(new.starts(with: [0xEF, 0xBB, 0xBF]) && new.suffix(3) == [0xFF, 0x0D, 0x0A])
    let lone = zip([0] + new, new).count { $0.1 == 0x0A && $0.0 != 0x0D }
    #expect(lone == 0)
    #expect(try plan(wiki).changes.isEmpty)
  }

  @Test func aPageThatMovesKeepsWhatWasWrittenOfIt() throws {
    let wiki = try TemporaryWiki([
      "wiki/entities/agi.md": TemporaryWiki.page("AGI", type: "entity", "New words."),
      "wiki/index.md":
        "## Concepts\n\n| Page | Summary |\n|---|---|\n| [[agi\\|The AGI]] | By hand |\n",
    ])
    #expect(try plan(wiki).changes.map(\.kind) == [.misplaced, .missing])
    let text = try written(wiki)
    #expect(
      text.contains(
        "## Entities\n\n| Page | Summary |\n|---|---|\n| [[agi\\|The AGI]] | By hand |\n"))
    #expect(try plan(wiki).isCurrent)
  }

  @Test func summariesAreRefreshedOnlyWhereThatIsAsked() throws {
    let wiki = try TemporaryWiki([
      "wiki/concepts/agi.md": TemporaryWiki.page("AGI", "New words."),
      "wiki/index.md": "## Concepts\n\n| Page | Summary |\n|---|---|\n|[[agi]]||\n",
    ])
    #expect(try plan(wiki).changes.isEmpty)
    #expect(try written(wiki, refreshes: true).hasSuffix("|[[agi\\|AGI]]| New words |\n"))
  }

  @Test func anAmbiguousRowIsNamedByItsSection() throws {
    let wiki = try TemporaryWiki(Self.pages)
    try wiki.write(
      "wiki/index.md",
      "## Concepts\n\n| Page | Summary |\n|---|---|\n| [[agi]] | A |\n| [[same\\|It]] | B |\n\n"
        + "## Entities\n\n- [[entities/same]]: in a list\n")
    #expect(try plan(wiki).changes.map(\.reason) == ["the link fits several pages"])
    #expect(try written(wiki).contains("| [[concepts/same\\|It]] | B |\n"))
  }

  @Test func namesThatLinksCannotHoldBecomeMarkdownLinks() throws {
    let wiki = try TemporaryWiki(["wiki/concepts/C# (a) 50%.md": TemporaryWiki.page("C#", "A.")])
    #expect(try written(wiki).contains("| [C#](concepts/C%23%20%28a%29%2050%25.md) | A |\n"))
    #expect(try plan(wiki).isCurrent)
  }

  @Test func somebodyElsesChangeIsNotLost() throws {
    let wiki = try TemporaryWiki(Self.pages)
    try wiki.write("wiki/index.md", Self.index)
    let plan = try plan(wiki)
    try wiki.write("wiki/index.md", "other\n")
    #expect(throws: CurationError.self) { try plan.write(in: wiki.base) }
    #expect(try wiki.read("wiki/index.md") == "other\n")
  }

  @Test func rightsStayAndNothingIsLeftBehind() throws {
    let wiki = try TemporaryWiki(Self.pages)
    try wiki.write("wiki/index.md", Self.index)
    let path = wiki.url.appendingPathComponent("wiki/index.md").path
    chmod(path, 0o640)
    _ = try written(wiki)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: wiki.url.appendingPathComponent("wiki").path)
    #expect(!names.contains { $0.hasSuffix(".draft") })
  }

  @Test func withoutAWikiThereIsNoCatalogue() throws {
    let wiki = try TemporaryWiki()
    try FileManager.default.removeItem(at: wiki.url.appendingPathComponent("wiki"))
    #expect(throws: CurationError.self) { try plan(wiki) }
  }

  @Test(arguments: ["", "\u{FEFF}", "\n\n", "# Index", "| a |\n|---|"])
  func anIndexWithoutRowsIsFilled(_ text: String) throws {
    let wiki = try TemporaryWiki(Self.pages)
    try wiki.write("wiki/index.md", text)
    let new = try written(wiki)
    #expect(new.utf8.starts(with: text.utf8))
    #expect(new.contains("\n## Concepts\n\n| Page | Summary |\n|---|---|\n| [[agi\\|AGI]]"))
    #expect(try plan(wiki).isCurrent)
  }

  @Test func anIndexThatIsTooLargeIsOneClearError() throws {
    let wiki = try TemporaryWiki(Self.pages)
    try wiki.write("wiki/index.md", bytes: Array(repeating: 0x78, count: (64 << 20) + 1))
    #expect(
      throws: CurationError.unreadable(path: "wiki/index.md", reason: "the file is too large")
    ) { try plan(wiki) }
  }
}

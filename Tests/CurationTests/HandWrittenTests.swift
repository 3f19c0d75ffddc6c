import Corpus
import Curation
import Foundation
import Testing

/// What people write is theirs: the commands that keep a wiki leave it whole.
struct HandWrittenTests {
  private func plan(_ wiki: TemporaryWiki) throws -> CatalogPlan {
    let today = try #require(CalendarDate(year: 2026, month: 5, day: 6))
    return try Catalog.plan(Snapshot(wiki.base), today: today)
  }

  private func fixes(_ wiki: TemporaryWiki) throws -> [LintFix] {
    let today = try #require(CalendarDate(year: 2026, month: 5, day: 6))
    let snapshot = try Snapshot(wiki.base)
    let findings = try Linter(snapshot, today: today).findings()
    return try LintFixer(wiki.base, today: today, isDry: false).fix(findings, of: snapshot)
  }

  @Test(arguments: [
    "| Date | Note |\n|---|---|\n| [[2025-01-03]] | met |\n| 2025-01-04 | read |\n",
    "| Date | Note |\n|---|---|\n| [[2025-01-03]] | met |\n",
    "| Date | Note |\n|---|---|\n| 2025-01-03 | see [[gone]] |\n| 2025-01-04 | [[agi]] |\n",
    "| [[agi]] | Why |\n|---|---|\n| [[to-write]] | soon |\n",
  ])
  func tablesOfSomethingElseStayWhole(_ table: String) throws {
    for heading in ["## Diary\n\n", "## Concepts\n\n", ""] {
      let wiki = try TemporaryWiki([
        "wiki/concepts/agi.md": TemporaryWiki.page("AGI"), "wiki/index.md": heading + table,
      ])
      try plan(wiki).write(in: wiki.base)
      #expect(try wiki.read("wiki/index.md").contains(table))
      #expect(try wiki.read("wiki/index.md").contains("\n| [[agi\\|AGI]] |"))
      #expect(try plan(wiki).changes == [])
    }
  }

  @Test func rowsWithTheirLinkInAnotherColumnStay() throws {
    let row = "| later | [[not-there]] |\n"
    let wiki = try TemporaryWiki([
      "wiki/concepts/agi.md": TemporaryWiki.page("AGI"),
      "wiki/index.md":
        "## Concepts\n\n| Page | Summary |\n|---|---|\n| [[agi]] | A |\n| [[gone]] | B |\n" + row,
    ])
    #expect(try plan(wiki).changes.map(\.page) == ["gone"])
    try plan(wiki).write(in: wiki.base)
    #expect(try wiki.read("wiki/index.md").hasSuffix("| [[agi]] | A |\n" + row))
    #expect(try plan(wiki).isCurrent)
  }

  @Test(arguments: ["[[agi]]", "[agi](concepts/agi.md)"])
  func aPageThatMovesKeepsCellsThatItsNewTableHasNot(_ link: String) throws {
    let wiki = try TemporaryWiki([
      "wiki/entities/agi.md": TemporaryWiki.page("AGI", type: "entity"),
      "wiki/entities/tesla.md": TemporaryWiki.page("Tesla", type: "entity"),
      "wiki/index.md":
        "## Concepts\n\n| Page | Owner |\n|---|---|\n| \(link) | Ann |\n\n"
        + "## Entities\n\n| Page | Summary |\n|---|---|\n| [[tesla]] | T |\n",
    ])
    let first = try plan(wiki)
    #expect(first.remarks.count == 1 && first.remarks[0].contains("no column owner"))
    try first.write(in: wiki.base)
    #expect(try wiki.read("wiki/index.md").contains("| Ann |\n"))
    #expect(try wiki.read("wiki/index.md").components(separatedBy: "agi").count <= 3)
    #expect(try plan(wiki).changes == [])
  }

  @Test func aPageCalledIndexHasItsFolderFromTheStart() throws {
    let wiki = try TemporaryWiki(["wiki/concepts/index.md": TemporaryWiki.page("All ideas")])
    try plan(wiki).write(in: wiki.base)
    #expect(try wiki.read("wiki/index.md").contains("| [[concepts/index\\|All ideas]] |"))
    #expect(try plan(wiki).changes == [])
  }

  @Test func aLineBreakInANameDoesNotSplitItsRow() throws {
    let wiki = try TemporaryWiki(["wiki/concepts/a\nb.md": "Text of it.\n"])
    try plan(wiki).write(in: wiki.base)
    #expect(try wiki.read("wiki/index.md").contains("](concepts/a%0Ab.md) | Text of it |\n"))
    #expect(try plan(wiki).changes == [])
  }

  @Test(arguments: [
    "talks/a-long-and-unlike-name-of-a-keynote-speech-part-two.md", "2025/7.6-7.7.md",
    "2025/7.6-7.md",
  ])
  func entriesThatMayMeanAnotherFileStay(_ entry: String) throws {
    let page = TemporaryWiki.page("O", type: "overview", more: "sources: [\(entry)]\n")
    let wiki = try TemporaryWiki([
      "raw/talks/a-long-and-unlike-name-of-a-keynote-speech-part-one.md": "One.\n",
      "raw/2025/7.6.md": "Post.\n", "raw/2025/7.7.md": "Post.\n", "wiki/overview.md": page,
    ])
    #expect(try fixes(wiki).filter { $0.path == "wiki/overview.md" } == [])
    #expect(try wiki.read("wiki/overview.md") == page)
  }

  @Test(arguments: ["concepts/agi.md", "[[agi]]", "[[index]]", "log.md"])
  func whatIsNoSourceIsNoSource(_ entry: String) throws {
    var files = LintTests.sound
    files["wiki/concepts/agi.md"] = files["wiki/concepts/agi.md"]?
      .replacing("sources: [2026/1.1.md, 2026/1.2.md]", with: "sources: [\"\(entry)\"]")
    let found = try LintTests.lint(TemporaryWiki(files))
    #expect(found.contains { $0.rule == .unresolvedSource && $0.path == "wiki/concepts/agi.md" })
  }

  @Test func aPageUnderTwoNamesIsMendedOnce() throws {
    let wiki = try TemporaryWiki([
      "raw/2026/4.10.md": "Post.\n",
      "wiki/concepts/b.md": TemporaryWiki.page("B", more: "sources: [4.10.md]\n"),
    ])
    try FileManager.default.createSymbolicLink(
      atPath: wiki.url.appendingPathComponent("wiki/concepts/a.md").path,
      withDestinationPath: "b.md")
    let fixes = try fixes(wiki).filter { $0.rule == .looseSource }
    #expect(fixes.map(\.path) == ["wiki/concepts/b.md"])
    #expect(try wiki.read("wiki/concepts/a.md").contains("sources: [2026/4.10.md]"))
  }

  @Test func anOpenCodeFenceTakesNoEntry() throws {
    let text = "# Log\n\n## [2026-01-02] lint | A\n- b\n\n```sh\nls\n"
    let wiki = try TemporaryWiki(["wiki/log.md": text])
    let found = try LintTests.lint(wiki).filter { $0.rule == .malformedLog }
    #expect(found.map(\.line) == [6])
    #expect(found[0].message.contains("code fence"))
    let day = try #require(CalendarDate(year: 2026, month: 5, day: 6))
    let draft = try LogDraft(date: day, operation: "a", subject: "b", notes: ["c"])
    #expect(throws: CurationError.self) { try LogWriter.append(draft, to: wiki.base) }
    #expect(try wiki.read("wiki/log.md") == text)
  }

  @Test func aLayerWithoutItsFolderIsAnError() throws {
    let wiki = try TemporaryWiki(LintTests.sound)
    try wiki.write(
      "footnote.yml", "layers: [{name: raw, path: sources}, {name: wiki, path: wiki}]\n")
    let found = try LintTests.lint(wiki).filter { $0.rule == .unreadable }
    #expect(found.map(\.path) == ["sources"])
    #expect(found.map(\.severity) == [.error])
  }
}

import Corpus
import Curation
import Foundation
import Testing

struct ScaffoldTests {
  private func make(
    _ wiki: TemporaryWiki, name: String? = nil, isNotes: Bool = false
  ) throws -> ScaffoldReport {
    let today = try #require(CalendarDate(year: 2026, month: 5, day: 6))
    return try Scaffold(root: wiki.url.path, today: today, name: name, isNotes: isNotes).make()
  }

  private func empty() throws -> TemporaryWiki {
    let wiki = try TemporaryWiki()
    try FileManager.default.removeItem(at: wiki.url)
    return wiki
  }

  /// Every file with its bytes.
  private func contents(_ wiki: TemporaryWiki) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: wiki.url.path)
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        FileManager.default.contents(atPath: wiki.url.path + "/" + name).map { (name, $0) }
      })
  }

  @Test(arguments: [nil, "My: \"notes\" # \\", "名前"]) func aNewOneIsSound(_ name: String?) throws {
    let wiki = try empty()
    let report = try make(wiki, name: name)
    #expect(report.kept == [] && report.remarks == [])
    #expect(
      Set(report.made).isSuperset(of: ["raw/", "wiki/concepts/", "CLAUDE.md", "footnote.yml"]))
    #expect(report.made.count == Set(report.made).count)
    let base = try wiki.base
    #expect(base.name == name ?? wiki.url.lastPathComponent)
    #expect(base.layers.map(\.name) == ["raw", "wiki"])
    #expect(try LintTests.lint(wiki) == [])
    #expect(try Logbook.read(base).log.entries.map(\.operation) == ["init"])
  }

  @Test func makingItTwiceChangesNothing() throws {
    let wiki = try empty()
    let first = try make(wiki)
    let before = try contents(wiki)
    let second = try make(wiki, name: "other")
    #expect(second.made == [])
    #expect(Set(second.kept) == Set(first.made))
    #expect(try contents(wiki) == before)
  }

  @Test func onlyWhatIsMissingIsAdded() throws {
    let wiki = try TemporaryWiki([
      "wiki/concepts/agi.md": TemporaryWiki.page("AGI", "What it is."), "wiki/log.md": "# Mine\n",
      "CLAUDE.md": "Mine.\n", ".gitignore": "*.tmp\n",
    ])
    let before = try contents(wiki)
    let report = try make(wiki)
    #expect(!report.made.contains("CLAUDE.md") && !report.made.contains("wiki/concepts/"))
    #expect(try contents(wiki).filter { before[$0.key] != nil } == before)
    #expect(try wiki.read("wiki/index.md").contains("| [[agi\\|AGI]] | What it is |"))
    #expect(report.remarks.count == 1)
    #expect(report.remarks.first?.contains(".gitignore") == true)
  }

  @Test func layersOfTheConfigurationAreUsed() throws {
    let wiki = try TemporaryWiki()
    for folder in ["raw", "wiki"] {
      try FileManager.default.removeItem(at: wiki.url.appendingPathComponent(folder))
    }
    try wiki.write(
      "footnote.yml", "layers: [{name: raw, path: src}, {name: wiki, path: pages}]\n")
    let report = try make(wiki)
    #expect(report.made.contains("pages/index.md") && report.made.contains("src/"))
    #expect(!wiki.exists("raw") && !wiki.exists("wiki"))
    #expect(try wiki.read("CLAUDE.md").contains("`pages/concepts/`"))
    #expect(try LintTests.lint(wiki) == [])
  }

  @Test func notesAreOneLayer() throws {
    let wiki = try empty()
    let report = try make(wiki, isNotes: true)
    #expect(report.made == ["footnote.yml", ".gitignore", "Index/"])
    try wiki.write("a.md", "A.\n")
    #expect(try Snapshot(wiki.base).pages.map(\.document.path) == ["a.md"])
    #expect(try LintTests.lint(wiki) == [])
  }

  @Test func notesThatWouldNotBeSearchedAreTold() throws {
    let wiki = try empty()
    try wiki.write("a/b.md", "A.\n")
    try wiki.write("README.md", "R.\n")
    #expect(try make(wiki).remarks.first?.hasPrefix("1 markdown file lies outside") == true)
  }

  @Test func aFileInTheWayIsAnError() throws {
    let wiki = try empty()
    try wiki.write("raw", "a file\n")
    #expect(throws: CurationError.self) { try make(wiki) }
    #expect(try wiki.read("raw") == "a file\n")
  }
}

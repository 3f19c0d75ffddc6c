import Corpus
import Curation
import Foundation
import Testing

/// Files of `raw/` that are not what they were when they were recorded.
struct RawLintTests {
  private func recorded(_ wiki: TemporaryWiki, _ path: String, order: Int64) throws -> RecordedFile
  {
    let day = try #require(CalendarDate(year: 2026, month: 2, day: 3))
    let page = try #require(try Snapshot(wiki.base).page(at: path))
    return RecordedFile(
      path: path, hash: page.document.hash, size: page.document.size, recorded: day, order: order)
  }

  @Test func changesOfRawFilesAreTold() throws {
    let wiki = try TemporaryWiki([
      "raw/a.md": "A\n", "raw/b.md": "B\n", "raw/c.md": "C\n", "raw/d.md": "D\n",
    ])
    var record = try ["a", "b", "c", "d"].enumerated().map {
      try recorded(wiki, "raw/\($1).md", order: Int64($0))
    }
    #expect(try LintTests.lint(wiki, record: record) == [])
    record[0].seen = CalendarDate(year: 2026, month: 4, day: 5)
    try wiki.write("raw/a.md", "A changed\n")
    for name in ["b", "c"] {
      try FileManager.default.removeItem(at: wiki.url.appendingPathComponent("raw/\(name).md"))
    }
    try wiki.write("raw/moved/c.md", "C\n")
    let found = try LintTests.lint(wiki, record: record)
    #expect(found.map(\.rule) == [.rawChanged, .rawDeleted, .rawRenamed])
    #expect(
      found[0].message
        == "the file was changed since it was recorded on 2026-02-03 (2 bytes then, 10 now); "
        + "first seen on 2026-04-05")
    #expect(found[2].message == "the file, recorded on 2026-02-03, is now raw/moved/c.md")
  }

  @Test func anOlderCopyDoesNotMakeADeletionAMove() throws {
    let wiki = try TemporaryWiki(["raw/a.md": "A\n", "raw/b.md": "A\n"])
    let record = [
      try recorded(wiki, "raw/a.md", order: 1), try recorded(wiki, "raw/b.md", order: 1),
    ]
    try FileManager.default.removeItem(at: wiki.url.appendingPathComponent("raw/a.md"))
    #expect(try LintTests.lint(wiki, record: record).map(\.rule) == [.rawDeleted])
  }

  @Test func aFileThatIsIgnoredIsNotGone() throws {
    let wiki = try TemporaryWiki(["raw/a.md": "A\n"])
    let record = [try recorded(wiki, "raw/a.md", order: 1)]
    try wiki.write("footnote.yml", "ignore: [raw/a.md]\n")
    #expect(try LintTests.lint(wiki, record: record) == [])
  }

  @Test func adviceCanBePastedIntoAShell() throws {
    let wiki = try TemporaryWiki(["raw/it's a.md": "A\n"])
    let record = [try recorded(wiki, "raw/it's a.md", order: 1)]
    try FileManager.default.removeItem(at: wiki.url.appendingPathComponent("raw/it's a.md"))
    #expect(
      try LintTests.lint(wiki, record: record)[0].fix.hasSuffix(" --accept 'raw/it'\\''s a.md'"))
  }
}

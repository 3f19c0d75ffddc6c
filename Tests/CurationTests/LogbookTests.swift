import Corpus
import Curation
import Foundation
import Testing

struct LogbookTests {
  private static let text = """
    ---
    title: Log
    ---
    # Log

    ## [2026-04-15] init | Wiki | made
    - by hand
      - nested [[concepts/agi|AGI]]

    ```
    ## [2026-04-16] not | an entry
    ```

    ## [2026-04-17] ingest | Talk
    - Pages: wiki/entities/Some-Thing.md.

    ## [2026-04-16] Lint | Links

    """

  @Test func entriesAreRead() throws {
    let log = Logbook(Array(Self.text.utf8))
    #expect(log.entries.map(\.subject) == ["Wiki | made", "Talk", "Links"])
    #expect(log.entries.map(\.line) == [6, 14, 17])
    #expect(log.entries[0].lastLine == 12)
    #expect(log.entries[0].notes == ["by hand", "nested [[concepts/agi|AGI]]"])
    #expect(log.problems.map(\.line) == [17, 17])
    #expect(log.problems.map(\.isEntry) == [true, true])
  }

  @Test(arguments: ["\r\n", "\r"]) func lineEndsDoNotMatter(_ end: String) {
    let log = Logbook(Array(Self.text.replacing("\n", with: end).utf8))
    #expect(log.entries == Logbook(Array(Self.text.utf8)).entries)
  }

  @Test(arguments: [
    "## [2026-4-15] ingest | A", "## [2026-02-30] ingest | A", "## 2026-04-15 ingest | A",
    "## [2026-04-15] ingest", "## [2026-04-15] | A", "## [2026-04-15] ingest |",
    "### [2026-04-15] ingest | A", "# [2026-04-15] ingest | A", "##[2026-04-15] ingest | A",
    "## Notes",
  ])
  func whatIsNoEntryIsReported(_ heading: String) {
    let log = Logbook(Array("# Log\n\n\(heading)\n- note\n".utf8))
    #expect(log.entries.isEmpty)
    #expect(log.problems.map(\.line) == [3])
  }

  @Test(arguments: [
    ("agi", 1), ("concepts/AGI", 1), ("wiki/concepts/agi.md", 0), ("some thing", 1),
    ("entities/some-thing.md", 1), ("thing", 0), ("", 0),
  ])
  func pagesAreFound(_ name: String, _ count: Int) {
    var filter = LogFilter()
    filter.pages = [name]
    #expect(filter.entries(of: Logbook(Array(Self.text.utf8))).count == count)
  }

  @Test func filtersAddUp() throws {
    let log = Logbook(Array(Self.text.utf8))
    var filter = LogFilter()
    filter.after = CalendarDate(year: 2026, month: 4, day: 16)
    #expect(filter.entries(of: log).map(\.operation) == ["ingest", "Lint"])
    filter.operations = ["lint"]
    #expect(filter.entries(of: log).map(\.operation) == ["Lint"])
    filter.before = CalendarDate(year: 2026, month: 4, day: 16)
    #expect(filter.entries(of: log).isEmpty)
    filter = LogFilter()
    filter.limit = 1
    #expect(filter.entries(of: log).map(\.operation) == ["Lint"])
  }

  private func draft(_ subject: String) throws -> LogDraft {
    try LogDraft(
      date: try #require(CalendarDate(year: 2026, month: 5, day: 6)), operation: "ingest",
      subject: subject, sources: ["raw/a.md", "raw/b.md"], pages: ["agi"], notes: ["done"])
  }

  private static let entry =
    "## [2026-05-06] ingest | One\n- Sources: raw/a.md, raw/b.md\n- Page: [[agi]]\n- done\n"

  @Test func aNewLogHasFrontMatter() throws {
    let wiki = try TemporaryWiki()
    let place = try LogWriter.append(try draft("One"), to: wiki.base)
    let text = try wiki.read("wiki/log.md")
    #expect(text.hasPrefix("---\ntitle: Log\ntype: log\n"))
    #expect(text.hasSuffix("\n\n" + Self.entry))
    #expect(Logbook(Array(text.utf8)).entries.map(\.line) == [place.line])
  }

  @Test(arguments: [
    ("# Log", "# Log\n\n"), ("# Log\n", "# Log\n\n"), ("# Log\n\n", "# Log\n\n"),
    ("# Log\r\n", "# Log\r\n\r\n"), ("\u{FEFF}# Log\n", "\u{FEFF}# Log\n\n"),
  ])
  func whatWasThereStays(_ old: String, _ before: String) throws {
    let wiki = try TemporaryWiki(["wiki/log.md": old])
    _ = try LogWriter.append(try draft("One"), to: wiki.base)
    let entry = old.contains("\r") ? Self.entry.replacing("\n", with: "\r\n") : Self.entry
    let new = try wiki.read("wiki/log.md")
    #expect(Array(new.utf8) == Array((before + entry).utf8))
  }

  @Test(arguments: ["", " ", "a\nb", "a\u{7}b", "a\u{2028}b"])
  func aSubjectIsOneLine(_ subject: String) {
    #expect(throws: CurationError.self) { try draft(subject) }
  }

  @Test func anOperationHasNoBar() throws {
    let day = try #require(CalendarDate(year: 2026, month: 5, day: 6))
    #expect(throws: CurationError.self) {
      try LogDraft(date: day, operation: "a|b", subject: "c", notes: ["d"])
    }
    #expect(throws: CurationError.self) { try LogDraft(date: day, operation: "a", subject: "c") }
  }

  @Test func aLinkOutOfTheKnowledgeBaseIsNotFollowed() throws {
    let wiki = try TemporaryWiki()
    let outside = try TemporaryWiki(["x.md": "x"])
    try FileManager.default.createSymbolicLink(
      at: wiki.url.appendingPathComponent("wiki/log.md"),
      withDestinationURL: outside.url.appendingPathComponent("x.md"))
    #expect(throws: CurationError.self) { try LogWriter.append(try draft("One"), to: wiki.base) }
    #expect(try outside.read("x.md") == "x")
  }
}

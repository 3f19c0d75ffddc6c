import Corpus
import Foundation
import Retrieval
import Testing

/// What an index remembers of the files of `raw/`.
struct RawRecordTests {
  private static let files = [
    "raw/a.md": "First.\n", "raw/b.md": "Second.\n", "wiki/c.md": "A page.\n",
  ]

  private func record(_ base: SampleBase) throws -> [RawRecord] { try base.index().rawRecord() }

  @Test func filesAreRecordedWhenTheyAreFirstIndexed() throws {
    let base = try SampleBase(Self.files)
    try base.update(nil)
    let first = try record(base)
    #expect(first.map(\.path) == ["raw/a.md", "raw/b.md"])
    #expect(first.map(\.size) == [7, 8])
    #expect(first.map(\.seen) == [nil, nil])
    #expect(first.map { $0.hash.utf8.count } == [64, 64])
    try base.write("Changed.\n", to: "raw/a.md")
    try base.remove("raw/b.md")
    try base.update(nil)
    let second = try record(base)
    #expect(second.map(\.hash) == first.map(\.hash))
    #expect(second.map(\.recorded) == first.map(\.recorded))
    let seen = second.compactMap(\.seen)
    #expect(seen.count == 2)
    // A further change does not make the first one later.
    try base.write("Changed again.\n", to: "raw/a.md")
    try base.update(nil)
    #expect(try record(base).compactMap(\.seen) == seen)
    // What is restored is sound again.
    try base.write("First.\n", to: "raw/a.md")
    try base.write("Second.\n", to: "raw/b.md")
    try base.update(nil)
    #expect(try record(base) == first)
  }

  @Test(arguments: ["full", "analyzer", "schema"])
  func theRecordOutlivesARebuild(_ why: String) throws {
    let base = try SampleBase(Self.files)
    try base.update(nil)
    let before = try record(base)
    try base.write("Changed.\n", to: "raw/a.md")
    try base.remove("raw/b.md")
    if why == "analyzer" { try base.sql("UPDATE meta SET value = '0.0' WHERE key = 'analyzer'") }
    if why == "schema" { try base.sql("PRAGMA user_version = 1") }
    try base.update(nil, rebuild: why == "full" ? .beside : .whereNeeded)
    let after = try record(base)
    #expect(after.map(\.path) == before.map(\.path))
    #expect(after.map(\.hash) == before.map(\.hash))
    #expect(after.map(\.recorded) == before.map(\.recorded))
    #expect(after[0].seen != nil)
  }

  @Test func theRecordOfAnotherKnowledgeBaseIsNotTaken() throws {
    let base = try SampleBase(Self.files)
    try base.update(nil)
    let other = try SampleBase(["raw/x.md": "X.\n"])
    try base.sql(
      "UPDATE meta SET value = '\(other.root)' WHERE key = 'root'", "PRAGMA user_version = 1")
    try base.write("Changed.\n", to: "raw/a.md")
    try base.update(nil)
    let changed = try record(base).first { $0.path == "raw/a.md" }
    #expect(changed?.size == 9)
    #expect(changed?.seen == nil)
  }

  @Test func aKnowledgeBaseThatWasMovedKeepsItsRecord() throws {
    let base = try SampleBase(Self.files)
    try base.update(nil)
    let before = try record(base)
    try base.sql(
      "UPDATE meta SET value = '/nowhere/at/all' WHERE key = 'root'", "PRAGMA user_version = 1")
    try base.update(nil)
    #expect(try record(base).map(\.recorded) == before.map(\.recorded))
  }

  @Test func changesAreAcceptedOneByOneOrAll() throws {
    let base = try SampleBase(Self.files)
    try base.update(nil)
    let before = try record(base)
    try base.write("Changed.\n", to: "raw/a.md")
    try base.remove("raw/b.md")
    do {
      let writer = try IndexWriter(base.knowledgeBase(), folder: base.folder)
      _ = try writer.refresh()
      #expect(try writer.acceptRaw(["raw/a.md", "wiki"]) == ["raw/a.md"])
    }
    let after = try record(base)
    #expect(after.map { $0.seen == nil } == [true, false])
    #expect(after[0].size == 9 && after[0].recorded > before[0].recorded)
    do {
      let writer = try IndexWriter(base.knowledgeBase(), folder: base.folder)
      _ = try writer.refresh()
      #expect(try writer.acceptRaw([]) == ["raw/b.md"])
      #expect(try writer.acceptRaw([]) == [])
    }
    #expect(try record(base).map(\.path) == ["raw/a.md"])
  }

  @Test func rowsOfOtherTypesAreNotTaken() throws {
    let base = try SampleBase(Self.files)
    try base.update(nil)
    try base.sql(
      "UPDATE raw_record SET hash = 'short' WHERE path = 'raw/a.md'", "PRAGMA user_version = 1")
    try base.update(nil)
    #expect(try record(base).map { $0.hash.utf8.count } == [64, 64])
  }
}

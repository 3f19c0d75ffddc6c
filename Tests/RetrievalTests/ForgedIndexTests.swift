import Corpus
import Foundation
import GRDB
import Retrieval
import Testing

/// An index is handed on with its knowledge base: whatever it holds, it must not end the process, and the
/// next writer makes a sound one.
struct ForgedIndexTests {
  private func expectDamage(_ base: SampleBase, _ note: Comment) throws {
    #expect(throws: IndexError.self, note) {
      _ = try base.index().status()
      _ = try base.ask("ghosts and animals")
    }
  }

  @Test(arguments: [
    ("dimensions", "-5"), ("dimensions", "9223372036854775807"), ("dimensions", "0"),
    ("dimensions", "many"), ("content", "-1"), ("content", "9223372036854775807"),
    ("encodings", "9223372036854775807"), ("encodings", "-9223372036854775808"),
  ])
  func numbersOutOfRange(key: String, value: String) throws {
    let base = try SampleBase()
    try base.update()
    try base.sql("UPDATE meta SET value = '\(value)' WHERE key = '\(key)'")
    #expect(throws: IndexError.self) { try base.ask("ghosts and animals") }
    do {
      try base.update()
      _ = try base.ask("ghosts and animals")
    } catch IndexError.damaged {
      try base.update(rebuild: .atOnce)
    }
    #expect(try base.index().verify().problems == [])
    #expect(try base.ask("ghosts and animals").warnings == [])
  }

  @Test func plausibleNumbersThatAreWrongAreMended() throws {
    let base = try SampleBase()
    try base.update()
    try base.sql("UPDATE meta SET value = '32' WHERE key = 'dimensions'")
    #expect(try base.index().status().embedded == 0)
    try base.update()
    try base.sql("UPDATE vector SET value = zeroblob(8) WHERE key = (SELECT min(key) FROM vector)")
    #expect(try base.index().status().embedded < 1)
    #expect(try base.update().1?.encoded == 1)
    #expect(try base.index().status().embedded == 1)
    #expect(try base.index().verify().problems == [])
  }

  @Test func columnsTakeValuesOfTheirTypeOnly() throws {
    let base = try SampleBase()
    try base.update()
    #expect(throws: DatabaseError.self) { try base.sql("UPDATE document SET title = x'00ff'") }
    #expect(throws: DatabaseError.self) { try base.sql("UPDATE passage SET first_line = 'one'") }
  }

  /// The tables are as they should be, and what is in them is not: no check of SQLite prevents that in a
  /// file that was made elsewhere.
  @Test(arguments: [
    "UPDATE document SET title = x'00ff'", "UPDATE document SET size = 'large'",
    "UPDATE passage SET first_line = 'one'", "UPDATE passage SET first_byte = -7",
    "UPDATE passage SET end_byte = 9223372036854775807",
    "UPDATE passage SET last_line = 0", "UPDATE passage_statistics SET ordinal = 1e300",
    "UPDATE passage_statistics SET document = 9223372036854775807",
    "UPDATE segment SET last = -1", "UPDATE segment SET generation = 9223372036854775807",
    "INSERT INTO removed SELECT id FROM passage",
  ])
  func valuesOfAnotherType(statement: String) throws {
    let base = try SampleBase()
    try base.update()
    let strict = try base.sql("SELECT sql FROM sqlite_schema WHERE sql LIKE '% STRICT'")
    try base.sql(
      "PRAGMA writable_schema = ON",
      "UPDATE sqlite_schema SET sql = replace(sql, ', STRICT', '') WHERE sql LIKE '%, STRICT'",
      "UPDATE sqlite_schema SET sql = replace(sql, ' STRICT', '') WHERE sql LIKE '% STRICT'",
      "SELECT 1")
    try base.sql(statement)
    try expectDamage(base, "tables that are not ours")
    for sql in strict {
      let name = sql.split(separator: " ")[2]
      try base.sql(
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = '\(sql.replacing("'", with: "''"))' WHERE name = '\(name)'",
        "SELECT 1")
    }
    // Whether it is noticed depends on what is read; it never ends the process.
    _ = try? base.index().status()
    _ = try? base.ask("ghosts and animals", SearchOptions(mode: .lexical))
    _ = try? base.index().staleness()
    _ = try? base.index().verify()
    try base.update(rebuild: .atOnce)
    #expect(try base.index().verify().problems == [])
  }

  @Test(arguments: [
    "CREATE TRIGGER t AFTER INSERT ON document BEGIN DELETE FROM passage; END",
    "CREATE VIEW more AS SELECT 1", "CREATE TABLE more (x)", "DROP TABLE skipped",
  ])
  func otherTables(statement: String) throws {
    let base = try SampleBase()
    try base.update()
    try base.sql(statement)
    #expect(throws: IndexError.self) { try base.index() }
    let writer = try IndexWriter(base.knowledgeBase(), folder: base.folder)
    #expect(writer.repairs.first?.contains("its tables are not those of an index") == true)
    #expect(writer.repairs.first?.contains("vectors taken over") == true)
    _ = try writer.refresh()
    #expect(try base.index().verify().problems == [])
  }
}

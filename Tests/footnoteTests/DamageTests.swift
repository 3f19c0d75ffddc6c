import Foundation
import GRDB
import Testing

/// Damage that is met only while an index is read.
struct DamageTests {
  /// Overwrites every page of a table.
  private func damage(_ table: String, of base: SampleBase) throws {
    let path = base.folder.url.appendingPathComponent(".footnote/footnote.sqlite").path
    let queue = try DatabaseQueue(path: path)
    let (pages, size) = try queue.read { database in
      (
        try Int.fetchAll(
          database, sql: "SELECT pageno FROM dbstat WHERE name = ?", arguments: [table]),
        try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 4096
      )
    }
    try queue.close()
    #expect(!pages.isEmpty)
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    for page in pages {
      try handle.seek(toOffset: UInt64((page - 1) * size))
      try handle.write(contentsOf: Data(repeating: 0xA5, count: size))
    }
    try handle.close()
  }

  @Test(arguments: [
    ("passage", ["ask", "bacterial code"]), ("document", ["ask", "bacterial code"]),
    ("passage_terms_data", ["ask", "bacterial code"]), ("passage", ["sources", "Ghosts"]),
    ("link", ["related", "Ghosts"]),
    ("document", ["show", "raw/2025/7.6.md:1"]), ("document", ["index"]),
    ("alias", ["sources", "Ghosts"]),
  ])
  func isMendedByWhoMayWrite(table: String, command: [String]) throws {
    let base = try SampleBase()
    #expect(try base.tool.run("index", "--quiet").status == 0)
    try damage(table, of: base)
    let result = try base.tool.run(command)
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.output.isEmpty)
    #expect(result.errors.contains("damaged"), "\(result.errors)")
    #expect(try base.tool.run("index", "--verify").status == 0)
  }

  @Test func everyQuestionOfABatchIsAnswered() throws {
    let base = try SampleBase()
    #expect(try base.tool.run("index", "--quiet").status == 0)
    try damage("passage", of: base)
    let result = try base.tool.run("ask", "--batch", "-", input: "bacterial code\nghosts\n")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.objects.count == 2)
  }

  @Test func isLeftWhereNothingMayBeWritten() throws {
    let base = try SampleBase()
    #expect(try base.tool.run("index", "--quiet").status == 0)
    try damage("passage", of: base)
    let result = try base.tool.run("ask", "--no-refresh", "bacterial code")
    #expect(result.status == 2)
    #expect(result.errors.contains("rebuild it"))
  }
}

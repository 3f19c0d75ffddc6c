internal import Foundation
internal import GRDB

/// Takes the record of `raw/` of an old index over into a new one: it cannot be built again.
///
/// The record of another knowledge base is not taken. One that was moved is the same: nothing is left
/// where it was.
struct RawRecordTransfer {
  /// Absolute path of the knowledge base.
  let root: String

  /// Copies the rows that can be read; none is a sound answer.
  /// - Throws: `IndexError`.
  func run(
    from old: DatabaseQueue, to fresh: DatabaseQueue, in folder: IndexFolder
  ) throws(IndexError) {
    try DatabaseOpener.mapping(folder.databasePath) {
      try old.read { old in
        guard try VectorTransfer.isTable("raw_record", in: old), try isOwn(old) else { return }
        try fresh.write { fresh in
          for order in ["ASC", "DESC"] { try copy(from: old, order, to: fresh) }
        }
      }
    }
  }

  private func isOwn(_ old: Database) throws -> Bool {
    guard try VectorTransfer.isTable("meta", in: old), let known = try Meta.value(.root, in: old)
    else { return false }
    return known == root || access(known, F_OK) != 0
  }

  private func copy(from old: Database, _ order: String, to fresh: Database) throws {
    let insert = try fresh.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO raw_record (path, hash, size, modified, recorded, seen)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    let rows = try Row.fetchCursor(
      old,
      sql: """
        SELECT path, hash, size, modified, recorded, seen FROM raw_record
        WHERE typeof(path) = 'text' AND typeof(hash) = 'text' AND length(hash) = 64
          AND typeof(size) = 'integer' AND typeof(modified) = 'integer'
          AND typeof(recorded) = 'integer' AND typeof(seen) IN ('integer', 'null')
        ORDER BY path \(order)
        """)
    while let row = try VectorTransfer.next(of: rows) {
      try insert.execute(arguments: StatementArguments((0..<6).map { row[$0] as DatabaseValue }))
    }
  }
}

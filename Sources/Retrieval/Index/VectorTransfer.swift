internal import GRDB

/// Takes the vectors of an old index over into a new one: they are what costs time.
enum VectorTransfer {
  /// Copies the vectors that can still be read.
  ///
  /// - Returns: What was done, for people; empty where there were none. None is a sound answer: they are
  ///   encoded again.
  static func run(from old: DatabaseQueue, to fresh: DatabaseQueue) -> String {
    do {
      let count = try old.read { old in
        guard try isTable(in: old) else { return 0 }
        return try fresh.write { fresh in
          // Where pages are damaged, what lies before them and what lies behind them is kept.
          try copy(from: old, ascending: true, to: fresh)
          try copy(from: old, ascending: false, to: fresh)
          return try Int.fetchOne(fresh, sql: "SELECT count(*) FROM vector") ?? 0
        }
      }
      return count > 0 ? " (\(count) vectors taken over)" : ""
    } catch {
      return " (its vectors could not be read)"
    }
  }

  /// A view of that name could compute without end.
  static func isTable(_ name: String = "vector", in database: Database) throws -> Bool {
    let sql = """
      SELECT count(*) FROM sqlite_schema
      WHERE name = ? AND type = 'table' AND sql LIKE 'CREATE TABLE %'
      """
    return try Int.fetchOne(database, sql: sql, arguments: [name]) == 1
  }

  private static func copy(from old: Database, ascending: Bool, to fresh: Database) throws {
    let order = ascending ? "ASC" : "DESC"
    let insert = try fresh.cachedStatement(sql: "INSERT OR IGNORE INTO vector VALUES (?, ?, ?, ?)")
    let rows = try Row.fetchCursor(
      old,
      sql: """
        SELECT model, key, value, tokens FROM vector
        WHERE typeof(model) = 'text' AND typeof(value) = 'blob' AND length(key) = 16
          AND typeof(tokens) IN ('blob', 'null')
        ORDER BY model \(order), key \(order)
        """)
    while let row = try next(of: rows) {
      try insert.execute(arguments: [
        row[0] as DatabaseValue, row[1] as DatabaseValue, row[2] as DatabaseValue,
        row[3] as DatabaseValue,
      ])
      // All are there already: the way back is not needed.
      if !ascending, fresh.changesCount == 0 { break }
    }
  }

  /// `nil` also where damage begins.
  static func next(of rows: RowCursor) throws -> Row? {
    do {
      return try rows.next()
    } catch let error as DatabaseError {
      let damage: [ResultCode] = [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR]
      guard damage.contains(error.resultCode.primaryResultCode) else { throw error }
      return nil
    }
  }
}

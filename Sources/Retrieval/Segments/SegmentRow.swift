internal import GRDB

/// A file of a generation, as the table `segment` names it.
struct SegmentRow: Sendable, Hashable {
  /// `SegmentKind.name`.
  var kind: String
  /// The highest id of a passage that the file may have.
  var last: Int64
  var generation: Int

  /// All rows, by kind and then in the order of the passages.
  static func all(in database: Database) throws -> [SegmentRow] {
    let statement = try database.cachedStatement(
      sql: "SELECT kind, last, generation FROM segment ORDER BY kind, last")
    return try Row.fetchAll(statement).map { row in
      SegmentRow(
        kind: try row.decode(atIndex: 0), last: try row.decode(atIndex: 1),
        generation: try row.decode(atIndex: 2))
    }
  }

  /// Those of one kind.
  static func all(of kind: SegmentKind, in database: Database) throws -> [SegmentRow] {
    try all(in: database).filter { $0.kind == kind.name }
  }

  /// Puts `row` in the place of `old` ones.
  static func replace(_ old: [SegmentRow], with row: SegmentRow, in database: Database) throws {
    for row in old {
      try database.execute(
        sql: "DELETE FROM segment WHERE kind = ? AND last = ?", arguments: [row.kind, row.last])
    }
    try database.execute(
      sql: "INSERT INTO segment (kind, last, generation) VALUES (?, ?, ?)",
      arguments: [row.kind, row.last, row.generation])
  }

  /// Whether files whose names begin like this, with the generation's number, are of this segment.
  func names(file: String) -> Bool {
    kind == SegmentKind.postings.name ? file == "postings" : file != "postings"
  }
}

internal import GRDB
internal import InvertedIndex

/// Reads the stored terms of passages out of SQLite.
struct PostingRows {
  private let rows: RowCursor
  private(set) var last: Int64 = 0

  /// - Parameter last: Passages with ids above it are read, ascending.
  init(after last: Int64, in database: Database) throws {
    self.last = last
    rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT passage, document, ordinal, navigational, title, heading, body
        FROM passage_statistics CROSS JOIN passage_terms ON passage_terms.rowid = passage
        WHERE passage > ? ORDER BY passage
        """, arguments: [last])
  }

  /// Adds passages to `builder` until it takes up `limit` bytes.
  ///
  /// - Returns: Whether there may be more.
  mutating func add(to builder: SegmentBuilder, limit: Int = .max) throws -> Bool {
    while builder.estimatedBytes < limit {
      guard let row = try rows.next() else { return false }
      last = try row.decode(atIndex: 0)
      try builder.add(
        id: last, document: try row.decode(atIndex: 1), place: try row.decode(atIndex: 2),
        isList: try row.decode(atIndex: 3), title: try row.decode(atIndex: 4),
        heading: try row.decode(atIndex: 5), body: try row.decode(atIndex: 6))
    }
    return true
  }
}

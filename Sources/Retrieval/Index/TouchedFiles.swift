internal import Corpus
internal import GRDB

/// Files whose times differ and whose bytes do not.
struct TouchedFiles {
  private var rows: [(id: Int64, file: FileEntry, now: Int64)] = []

  /// So many are written at once: what a kill undoes is only read again.
  private static let limit = 1000

  var isEmpty: Bool { rows.isEmpty }
  var isFull: Bool { rows.count >= Self.limit }

  /// - Parameter now: When the file was read, in nanoseconds since 1970.
  mutating func append(_ id: Int64, _ file: FileEntry, now: Int64) {
    rows.append((id, file, now))
  }

  /// Writes their sizes and times down.
  func write(in database: Database) throws {
    let update = try database.cachedStatement(
      sql: "UPDATE document SET size = ?, modified = ?, changed = ?, indexed = ? WHERE id = ?")
    for row in rows {
      try update.execute(arguments: [
        row.file.size, row.file.modified, row.file.changed, row.now, row.id,
      ])
    }
  }
}

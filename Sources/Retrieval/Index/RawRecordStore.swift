internal import Corpus
internal import GRDB

/// Keeps the record of what the files of the layer `raw` were when they were first indexed. The caller
/// brings the transaction.
struct RawRecordStore {
  let database: Database

  /// Notes that a file was read: a new one is recorded, of a known one it is kept when it was first seen
  /// to be another.
  func observe(_ file: FileEntry, hash: String, now: Int64) throws {
    guard file.layer == "raw" else { return }
    try database.cachedStatement(
      sql: """
        INSERT INTO raw_record (path, hash, size, modified, recorded) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (path) DO UPDATE SET
          seen = CASE WHEN hash = excluded.hash THEN NULL ELSE coalesce(seen, excluded.recorded) END
        """
    ).execute(arguments: [file.path, hash, file.size, file.modified, now])
  }

  /// Notes that a file is not there any more.
  func miss(_ path: String, now: Int64) throws {
    try database.execute(
      sql: "UPDATE raw_record SET seen = ? WHERE path = ? AND seen IS NULL", arguments: [now, path])
  }

  /// Every record, by path.
  func all() throws -> [RawRecord] {
    try Row.fetchAll(
      database,
      sql: "SELECT path, hash, size, modified, recorded, seen FROM raw_record ORDER BY path"
    ).map { row in
      RawRecord(
        path: try row.decode(atIndex: 0), hash: try row.decode(atIndex: 1),
        size: try row.decode(atIndex: 2), modified: try row.decode(atIndex: 3),
        recorded: try row.decode(atIndex: 4), seen: try row.decode(atIndex: 5))
    }
  }

  /// Takes a file as it is indexed now for what it is to be; forgets one that is gone.
  func accept(_ path: String, now: Int64) throws {
    try database.execute(
      sql: """
        UPDATE raw_record SET (hash, size, modified, recorded, seen) =
          (SELECT hash, size, modified, ?, NULL FROM document WHERE document.path = raw_record.path)
        WHERE path = ? AND path IN (SELECT path FROM document)
        """, arguments: [now, path])
    if database.changesCount == 0 {
      try database.execute(sql: "DELETE FROM raw_record WHERE path = ?", arguments: [path])
    }
  }
}

internal import Corpus
internal import Foundation
internal import GRDB

/// The difference between what a walk found and what an index holds, by size and times alone.
struct FileChanges {
  /// What the index remembers of a file.
  struct Known {
    var id: Int64
    var size: Int
    var modified: Int64
    var changed: Int64
    var indexed: Int64
    var hash: String
    var layer: String
  }

  var known: [PathKey: Known] = [:]
  /// Files to read: new ones, and those whose size or times differ.
  var candidates: [FileEntry] = []
  /// Paths that the index has and the walk has not.
  var removed: [String] = []

  /// A file written this shortly before it was indexed may change again without a new time, since file
  /// systems keep times in ticks (git calls such entries racy).
  private static let racyNanoseconds: Int64 = 50_000_000

  init(_ files: [FileEntry], in database: Database) throws {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT path, id, size, modified, changed, indexed, hash, layer FROM document")
    while let row = try rows.next() {
      known[PathKey(try row.decode(atIndex: 0))] = Known(
        id: try row.decode(atIndex: 1), size: try row.decode(atIndex: 2),
        modified: try row.decode(atIndex: 3), changed: try row.decode(atIndex: 4),
        indexed: try row.decode(atIndex: 5), hash: try row.decode(atIndex: 6),
        layer: try row.decode(atIndex: 7))
    }
    candidates = files.filter { file in
      guard let old = known[PathKey(file.path)] else { return true }
      return old.size != file.size || old.modified != file.modified || old.changed != file.changed
        || old.layer != file.layer || old.modified > old.indexed &- Self.racyNanoseconds
    }
    let present = Set(files.map { PathKey($0.path) })
    removed = known.keys.filter { !present.contains($0) }.sorted().map(\.path)
  }

  /// Number of files that differ for certain: new, gone, or of another size or time.
  var staleCount: Int {
    removed.count
      + candidates.count { file in
        guard let old = known[PathKey(file.path)] else { return true }
        return old.size != file.size || old.modified != file.modified || old.layer != file.layer
      }
  }

  static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

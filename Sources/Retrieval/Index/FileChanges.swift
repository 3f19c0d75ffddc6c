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
    var layer: String

    /// Reads `path, id, size, modified, changed, indexed, layer`.
    init(_ row: Row) throws {
      id = try row.decode(atIndex: 1)
      size = try row.decode(atIndex: 2)
      modified = try row.decode(atIndex: 3)
      changed = try row.decode(atIndex: 4)
      indexed = try row.decode(atIndex: 5)
      layer = try row.decode(atIndex: 6)
    }

    /// Whether the file has to be read to know.
    func differs(from file: FileEntry) -> Bool {
      size != file.size || modified != file.modified || changed != file.changed
        || layer != file.layer || modified > indexed &- FileChanges.racyNanoseconds
    }
  }

  /// A file to read, and what the index has of it.
  struct Candidate {
    var file: FileEntry
    /// `nil` for a new one.
    var known: Known?
  }

  /// A document whose file is gone.
  struct Removed {
    var path: String
    var id: Int64
  }

  /// Files to read: new ones, and those whose size or times differ.
  var candidates: [Candidate] = []
  /// What the index has and the walk has not.
  var removed: [Removed] = []

  /// A file written this shortly before it was indexed may change again without a new time, since file
  /// systems keep times in ticks (git calls such entries racy).
  fileprivate static let racyNanoseconds: Int64 = 50_000_000

  /// Walk and index are gone through side by side: both are in the order of the bytes of the paths, and the
  /// index `document_by_state` alone has all that is looked at.
  ///
  /// - Parameter files: In the order of the bytes of their paths.
  /// - Complexity: O(files + documents).
  init(_ files: [FileEntry], in database: Database) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT path, id, size, modified, changed, indexed, layer FROM document
        INDEXED BY document_by_state ORDER BY path
        """)
    var next = files.makeIterator()
    var file = next.next()
    while let row = try rows.next() {
      let path: String = try row.decode(atIndex: 0)
      while let new = file, FilePath.isBefore(new.path, path) {
        candidates.append(Candidate(file: new))
        file = next.next()
      }
      if let same = file, !FilePath.isBefore(path, same.path) {
        let known = try Known(row)
        if known.differs(from: same) { candidates.append(Candidate(file: same, known: known)) }
        file = next.next()
      } else {
        removed.append(Removed(path: path, id: try row.decode(atIndex: 1)))
      }
    }
    while let new = file {
      candidates.append(Candidate(file: new))
      file = next.next()
    }
  }

  /// Number of files that differ for certain: new, gone, or of another size or time.
  var staleCount: Int {
    removed.count
      + candidates.count { candidate in
        guard let old = candidate.known else { return true }
        let file = candidate.file
        return old.size != file.size || old.modified != file.modified || old.layer != file.layer
      }
  }

  static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

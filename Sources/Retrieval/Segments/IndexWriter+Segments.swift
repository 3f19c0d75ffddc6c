internal import Foundation
internal import GRDB
internal import InvertedIndex
internal import VectorIndex

extension IndexWriter {
  /// Has the files of the next free generation made, gives them their names, and only then writes the row that
  /// names it, in the place of the rows of what it holds.
  ///
  /// - Parameter make: Writes and syncs the files, each at its path in the workshop, and returns the highest id
  ///   of a passage that they may have.
  func write(
    _ kind: SegmentKind, replacing old: [SegmentRow],
    make: (_ workshop: IndexWorkshop, _ generation: Int) throws -> Int64
  ) throws(IndexError) {
    let workshop = IndexWorkshop(folder)
    try workshop.begin()
    defer { workshop.clear() }
    let newest = old.map(\.generation).max() ?? 0
    let generation = folder.freeGeneration(of: [kind.file] + kind.companions, after: newest)
    let last = try mapping { try make(workshop, generation) }
    for file in kind.companions + [kind.file]
    where IndexFolder.kind(of: workshop.segmentPath(file)) != nil {
      let path = folder.segmentPath(file, generation: generation)
      guard rename(workshop.segmentPath(file), path) == 0 else { throw .writing(path, code: errno) }
    }
    try mapping {
      try database.write { database in
        let row = SegmentRow(kind: kind.name, last: last, generation: generation)
        try SegmentRow.replace(old, with: row, in: database)
      }
    }
  }

  /// Forgets the first file of a kind that is missing or damaged, and all behind it: each begins where the one
  /// before it ends.
  func dropBrokenSegments(
    of kind: SegmentKind, isSound: (SegmentRow) -> Bool
  ) throws(IndexError) {
    let rows = try mapping { try database.read { try SegmentRow.all(of: kind, in: $0) } }
    if let broken = rows.first(where: { !isSound($0) }) {
      try dropSegments(of: kind, from: broken.last)
    }
  }

  /// Writes what files of a kind lack, merges small ones, and forgets what no file has any more.
  func completeSegments(
    of kind: SegmentKind, write: () throws(IndexError) -> Void,
    merge: () throws(IndexError) -> Void
  ) throws(IndexError) {
    try write()
    do {
      try merge()
    } catch .damaged {
      // Read anew from SQLite, which is the truth.
      try dropSegments(of: kind, from: 0)
      try write()
      try merge()
    }
    try forgetRemovedPassages()
  }

  /// Merges files of a kind for as long as some are due, see `SegmentMerging`.
  ///
  /// - Parameters:
  ///   - gone: How many passages of all segments are among those removed.
  ///   - merge: Writes one segment in the place of several, without what is removed.
  func mergeSegments<Opened>(
    of kind: SegmentKind, open: (SegmentRow) throws -> Opened, count: (Opened) -> Int,
    gone: (_ segments: [Opened], _ removed: [Int64]) throws -> Int,
    merge: (
      _ segments: [Opened], _ removed: [Int64], _ content: Int, _ workshop: IndexWorkshop,
      _ generation: Int
    ) throws -> Void
  ) throws(IndexError) {
    while true {
      let (rows, removed, content) = try mapping {
        try database.read { database in
          (
            try SegmentRow.all(of: kind, in: database), try RemovedPassages.all(in: database),
            try Meta.number(.content, in: database)
          )
        }
      }
      let segments = try mapping { try rows.map(open) }
      let due = SegmentMerging.due(
        segments.map(count), gone: try mapping { try gone(segments, removed) })
      guard let last = due.last else { return }
      try write(kind, replacing: Array(rows[due])) { workshop, generation in
        try merge(Array(segments[due]), removed, content, workshop, generation)
        return rows[last].last
      }
    }
  }

  /// Forgets the files of a kind from one on: what they have is read from SQLite, and written anew.
  func dropSegments(of kind: SegmentKind, from last: Int64) throws(IndexError) {
    try mapping {
      try database.write { database in
        try database.execute(
          sql: "DELETE FROM segment WHERE kind = ? AND last >= ?", arguments: [kind.name, last])
      }
    }
  }

  /// Forgets passages that are gone from all files too, and removes files that no row names any more. Who has
  /// one mapped keeps it until it is done.
  func forgetRemovedPassages() throws(IndexError) {
    try mapping {
      let (rows, removed) = try database.read { database in
        (try SegmentRow.all(in: database), try RemovedPassages.all(in: database))
      }
      folder.removeFiles(besides: rows)
      guard !removed.isEmpty, try rows.allSatisfy({ try !has(removed, $0) }) else { return }
      try database.write { database in
        try database.execute(sql: "DELETE FROM removed")
        try Self.removeUnusedVectors(in: database)
      }
    }
  }

  private func has(_ removed: [Int64], _ row: SegmentRow) throws -> Bool {
    if row.kind == SegmentKind.postings.name {
      let index = try InvertedIndex(segments: [Segment(row, in: folder)], deleted: removed)
      return index.ordinals > index.count
    }
    // Of a model that is not in use the files are not read again.
    guard let segment = try? VectorSegment(row, in: folder) else { return false }
    return try VectorIndex(segments: [segment], deleted: IDSet(removed)).count < segment.count
  }

  /// Vectors of texts that are gone are kept, since text often comes back or moves, until they outnumber
  /// those in use.
  private static func removeUnusedVectors(in database: Database) throws {
    let sql = "FROM vector WHERE key NOT IN (SELECT vector_key FROM passage)"
    let unused = try Int.fetchOne(database, sql: "SELECT count(*) \(sql)") ?? 0
    let used = try Int.fetchOne(database, sql: "SELECT count(*) FROM passage") ?? 0
    if unused > max(1000, used) { try database.execute(sql: "DELETE \(sql)") }
  }
}

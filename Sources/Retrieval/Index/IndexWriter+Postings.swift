internal import GRDB
internal import InvertedIndex

extension IndexWriter {
  /// Memory that the terms of a file may take while they are collected.
  private static let builderBytes = 256 << 20

  /// Writes files of postings for the passages that none has yet, each synced before the row that names it, and
  /// merges small ones.
  ///
  /// - Complexity: O(text of the new passages), and O(log passages) of that again for merging.
  func writePostings() throws(IndexError) {
    try dropBrokenPostings()
    while try writeNextPostings() {}
    do {
      try mergePostings()
    } catch .damaged {
      // Read anew from SQLite, which is the truth.
      try dropSegments(of: .postings, from: 0)
      while try writeNextPostings() {}
      try mergePostings()
    }
    try forgetRemovedPassages()
  }

  /// Files that are missing or damaged are written anew, with all behind them: each begins where the one before
  /// it ends.
  private func dropBrokenPostings() throws(IndexError) {
    let rows = try mapping { try database.read { try SegmentRow.all(of: .postings, in: $0) } }
    for row in rows where (try? Segment(row, in: folder)) == nil {
      return try dropSegments(of: .postings, from: row.last)
    }
  }

  /// - Returns: Whether there may be more to write.
  private func writeNextPostings() throws(IndexError) -> Bool {
    let builder = SegmentBuilder()
    let state = try mapping {
      try database.read { database in
        let last = try SegmentRow.all(of: .postings, in: database).last?.last ?? 0
        var rows = try PostingRows(after: last, in: database)
        let isMore = try rows.add(to: builder, limit: Self.builderBytes)
        return (isMore: isMore, last: rows.last, content: try Meta.number(.content, in: database))
      }
    }
    if builder.count == 0 { return false }
    try write(.postings, replacing: []) { workshop, generation in
      try builder.write(
        to: workshop.segmentPath("postings"), generation: generation,
        content: state.content)
      return state.last
    }
    return state.isMore
  }

  private func mergePostings() throws(IndexError) {
    while true {
      let (rows, removed, content) = try mapping {
        try database.read { database in
          (
            try SegmentRow.all(of: .postings, in: database),
            try RemovedPassages.all(in: database), try Meta.number(.content, in: database)
          )
        }
      }
      let segments = try mapping { try rows.map { try Segment($0, in: folder) } }
      let gone = try mapping {
        let all = try InvertedIndex(segments: segments, deleted: removed)
        return all.ordinals - all.count
      }
      let due = SegmentMerging.due(segments.map(\.count), gone: gone)
      guard let first = due.first, let last = due.last else { return }
      let chosen = Array(segments[first...last])
      try write(.postings, replacing: Array(rows[due])) {
        workshop, generation in
        try SegmentMerger(InvertedIndex(segments: chosen, deleted: removed)).write(
          to: workshop.segmentPath("postings"), generation: generation, content: content)
        return rows[last].last
      }
    }
  }
}

extension Segment {
  /// Maps the file that a row names.
  ///
  /// - Throws: `SegmentError`, also where the file is of another generation.
  convenience init(_ row: SegmentRow, in folder: IndexFolder) throws(SegmentError) {
    let path = folder.segmentPath("postings", generation: row.generation)
    try self.init(path: path)
    guard generation == row.generation, (idRange?.upperBound ?? 0) <= row.last else {
      throw .damagedHeader(path: path)
    }
  }
}

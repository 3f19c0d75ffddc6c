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
    try dropBrokenSegments(of: .postings) { (try? Segment($0, in: folder)) != nil }
    try completeSegments(of: .postings) { () throws(IndexError) in
      while try writeNextPostings() {}
    } merge: { () throws(IndexError) in
      try mergePostings()
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
    try mergeSegments(
      of: .postings, open: { try Segment($0, in: folder) }, count: \.count,
      gone: { segments, removed in
        let all = try InvertedIndex(segments: segments, deleted: removed)
        return all.ordinals - all.count
      },
      merge: { segments, removed, content, workshop, generation in
        try SegmentMerger(InvertedIndex(segments: segments, deleted: removed)).write(
          to: workshop.segmentPath("postings"), generation: generation, content: content)
      })
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

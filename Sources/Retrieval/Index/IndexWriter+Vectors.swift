internal import GRDB
internal import VectorIndex

extension IndexWriter {
  /// Writes files of vectors for the passages behind those that files have, up to the first one that is not
  /// encoded, and merges small ones.
  ///
  /// - Complexity: O(vectors of these passages), and O(log passages) of that again for merging.
  func writeVectors(of model: IndexedModel) throws(IndexError) {
    try completeSegments(of: .vectors(model.fingerprint)) { () throws(IndexError) in
      try writeNextVectors(of: model)
    } merge: { () throws(IndexError) in
      try mergeVectors(of: model)
    }
  }

  /// Files that are missing or damaged are written anew from SQLite, with all behind them.
  func dropBrokenVectors(of model: IndexedModel) throws(IndexError) {
    try dropBrokenSegments(of: .vectors(model.fingerprint)) {
      (try? VectorSegment($0, of: model, in: folder)) != nil
    }
  }

  private func writeNextVectors(of model: IndexedModel) throws(IndexError) {
    let kind = SegmentKind.vectors(model.fingerprint)
    let start = try mapping {
      try database.read { database in
        let last = try SegmentRow.all(of: kind, in: database).last?.last ?? 0
        let rows = try VectorRows(of: model, after: last, gaps: .end, in: database)
        return (
          last: last, isAtEnd: rows.isAtEnd, content: try Meta.number(.content, in: database)
        )
      }
    }
    if start.isAtEnd { return }
    try write(kind, replacing: []) { workshop, generation in
      let writer = try VectorSegmentWriter(
        workshop, of: model, generation: generation, content: start.content)
      let last = try database.read { database in
        var rows = try VectorRows(of: model, after: start.last, gaps: .end, in: database)
        try rows.write(to: writer)
        return rows.last
      }
      try writer.finish()
      try Self.writeCells(in: workshop, model)
      return last
    }
  }

  private func mergeVectors(of model: IndexedModel) throws(IndexError) {
    try mergeSegments(
      of: .vectors(model.fingerprint), open: { try VectorSegment($0, of: model, in: folder) },
      count: \.count,
      gone: { segments, removed in
        let all = try VectorIndex(segments: segments, deleted: IDSet(removed))
        return segments.reduce(0) { $0 + $1.count } - all.count
      },
      merge: { segments, removed, content, workshop, generation in
        for segment in segments { try segment.verify() }
        let writer = try VectorSegmentWriter(
          workshop, of: model, generation: generation, content: content)
        let deleted = IDSet(removed)
        try VectorSegment.merge(segments.map { ($0, deleted) }, into: writer)
        try writer.finish()
        try Self.writeCells(in: workshop, model)
      })
  }

  /// Cells, where there are so many rows that not all are compared with a question.
  private static func writeCells(in workshop: IndexWorkshop, _ model: IndexedModel) throws {
    let segment = try VectorSegment(
      vectors: workshop.segmentPath("vectors"), tokens: workshop.segmentPath("tokens"))
    guard segment.count > SearchMethod.exactUpTo else { return }
    try segment.writeCells(to: workshop.segmentPath("cells"))
  }
}

extension VectorSegmentWriter {
  /// Begins a segment in the workshop.
  convenience init(
    _ workshop: IndexWorkshop, of model: IndexedModel, generation: Int, content: Int
  ) throws(VectorIndexError) {
    try self.init(
      vectors: workshop.segmentPath("vectors"), tokens: workshop.segmentPath("tokens"),
      info: SegmentInfo(
        generation: generation, content: content, dimensions: model.dimensions,
        fingerprint: model.fingerprint))
  }
}

extension VectorSegment {
  /// Opens the files that a row names.
  ///
  /// - Throws: `VectorIndexError`, also where they are of another generation.
  init(_ row: SegmentRow, in folder: IndexFolder) throws(VectorIndexError) {
    let path = { (file: String) in folder.segmentPath(file, generation: row.generation) }
    let hasCells = IndexFolder.kind(of: path("cells")) != nil
    try self.init(
      vectors: path("vectors"), tokens: path("tokens"), cells: hasCells ? path("cells") : nil)
    guard generation == row.generation, (ids?.upperBound ?? 0) <= row.last else {
      throw .damaged(path: path("vectors"), "it is of another generation")
    }
  }

  /// The same where they also have to be of a model.
  init(
    _ row: SegmentRow, of model: IndexedModel, in folder: IndexFolder
  ) throws(VectorIndexError) {
    try self.init(row, in: folder)
    guard dimensions == model.dimensions, isMade(with: model.fingerprint) else {
      throw .damaged(path: path, "it is of another model")
    }
  }
}

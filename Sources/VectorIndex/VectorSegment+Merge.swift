internal import LinearAlgebra

extension VectorSegment {
  /// Writes the rows of several segments, less those whose ids are deleted, in the order of their ids.
  /// Where two segments have the same id, the later segment's row is taken.
  ///
  /// A few mebibytes are in memory at a time, and 16 bytes a row.
  ///
  /// - Parameter writer: Has no rows yet, and is finished by the caller. Tokens are left out where it has
  ///   no file for them.
  /// - Throws: What reading and writing throw; `misfit` where dimensions differ.
  /// - Complexity: O(bytes of the files).
  public static func merge(
    _ parts: [(segment: VectorSegment, deleted: IDSet)], into writer: VectorSegmentWriter
  ) throws(VectorIndexError) {
    var places = [Int](repeating: 0, count: parts.count)
    for part in parts { try part.segment.checkLengths() }
    while let next = parts.nextRun(at: &places) {
      if next.isKept { try parts[next.part].segment.copy(next.rows, to: writer) }
    }
  }

  /// As many rows at a time as make about a mebibyte of vectors.
  private func copy(_ run: Range<Int>, to writer: VectorSegmentWriter) throws(VectorIndexError) {
    let step = max(1, (1 << 18) / dimensions)
    for first in stride(from: run.lowerBound, to: run.upperBound, by: step) {
      let rows = first..<min(run.upperBound, first + step)
      let values = try vectors.floats(
        at: rows.map { VectorFileHeader.vectorsStart + $0 * dimensions * 4 }, columns: dimensions)
      var ranges: [Range<Int>] = []
      for row in rows { ranges.append(try tokens?.range(of: row) ?? 0..<0) }
      let codes = try tokens?.bytes(of: ranges) ?? []
      try writer.append(
        ids: rows.map { rowIDs[$0] }, values: values.span, codes: codes.span,
        lengths: ranges.map(\.count))
    }
  }
}

extension [(segment: VectorSegment, deleted: IDSet)] {
  /// The rows that come next: those of one segment up to an id of another one or to one that is treated
  /// differently; `nil` at the end.
  fileprivate func nextRun(
    at places: inout [Int]
  ) -> (part: Int, rows: Range<Int>, isKept: Bool)? {
    var found: (part: Int, id: Int64)?
    for part in indices where places[part] < self[part].segment.count {
      let id = self[part].segment.rowIDs[places[part]]
      // Of equal ids the later segment's comes first, and the others are passed over after it.
      if let best = found, best.id < id { continue }
      found = (part, id)
    }
    guard let found else { return nil }
    var limit = Int64.max
    for part in indices where part != found.part && places[part] < self[part].segment.count {
      let id = self[part].segment.rowIDs[places[part]]
      if id == found.id { places[part] += 1 }
      if places[part] < self[part].segment.count {
        limit = Swift.min(limit, self[part].segment.rowIDs[places[part]])
      }
    }
    let (segment, deleted) = self[found.part]
    let isKept = !deleted.contains(found.id)
    var end = places[found.part] + 1
    while end < segment.count, segment.rowIDs[end] < limit,
      deleted.contains(segment.rowIDs[end]) != isKept
    { end += 1 }
    defer { places[found.part] = end }
    return (found.part, places[found.part]..<end, isKept)
  }
}

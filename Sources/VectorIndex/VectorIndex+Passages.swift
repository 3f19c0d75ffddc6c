/// What is known of single passages.
extension VectorIndex {
  /// The dot products of `query` with the vectors of passages, as `nearest` gives them; `nil` for those that
  /// have none.
  ///
  /// - Throws: As `nearest`.
  /// - Complexity: O(ids · dimensions), and O(log rows) an id where ids have many gaps.
  public func cosines(of ids: [Int64], to query: [Float]) throws(VectorIndexError) -> [Float?] {
    try check(columns: query.count)
    var result = [Float?](repeating: nil, count: ids.count)
    for (segment, found) in try located(ids) {
      let scores = try segment.dots(query, at: found.map(\.row))
      for (place, score) in zip(found, scores) { result[place.index] = score }
    }
    return result
  }

  /// The vectors of passages. Complexity: O(ids · dimensions).
  ///
  /// - Throws: `reading` where a file cannot be read.
  public func vectors(of ids: [Int64]) throws(VectorIndexError) -> StoredVectors {
    var result = StoredVectors(dimensions: dimensions)
    result.places = Array(repeating: nil, count: ids.count)
    for (segment, found) in try located(ids) {
      let first = result.values.count / max(1, dimensions)
      result.values += try segment.values(at: found.map(\.row))
      for (offset, place) in found.enumerated() { result.places[place.index] = first + offset }
    }
    return result
  }

  /// The signs of the tokens of passages. Complexity: O(bytes of the tokens).
  ///
  /// - Throws: `reading` where a file cannot be read, `damaged` where tokens do not lie in their file.
  public func tokens(of ids: [Int64]) throws(VectorIndexError) -> TokenCodes {
    var result = TokenCodes()
    result.ranges = Array(repeating: nil, count: ids.count)
    for (segment, found) in try located(ids) {
      var ranges: [Range<Int>] = []
      var start = result.bytes.count
      for place in found {
        let range = try segment.tokens?.range(of: place.row) ?? 0..<0
        result.ranges[place.index] = start..<(start + range.count)
        start += range.count
        ranges.append(range)
      }
      let bytes = try segment.tokens?.bytes(of: ranges) ?? []
      if result.bytes.isEmpty { result.bytes = bytes } else { result.bytes += bytes }
    }
    return result
  }

  /// Where passages are: for each segment the places in `ids` and its rows, in the order of the rows.
  private func located(
    _ ids: [Int64]
  ) throws(VectorIndexError) -> [(segment: VectorSegment, found: [(index: Int, row: Int)])] {
    var result: [(segment: VectorSegment, found: [(index: Int, row: Int)])] = []
    for part in parts {
      try part.segment.checkLengths()
      let rows = part.segment.rows(of: ids)
      let found = ids.indices.compactMap { index in
        part.deleted.contains(ids[index]) ? nil : rows[index].map { (index: index, row: $0) }
      }
      result.append((part.segment, found.sorted { $0.row < $1.row }))
    }
    return result
  }
}

internal import LinearAlgebra

/// Reading vectors here and there.
extension VectorSegment {
  /// Files up to this length are read through the map, which is faster; what has once been read of larger
  /// ones would stay in this process's memory.
  static let mappedUpTo = 64 << 20

  /// Throws where a file has been cut off since it was opened. Complexity: O(1).
  func checkLengths() throws(VectorIndexError) {
    try vectors.checkLength()
    try tokens?.checkLength()
  }

  /// The ids that lie in a range. Complexity: O(log n + result).
  func ids(in range: ClosedRange<Int64>) -> [Int64] {
    rowIDs.withSpan { ids in
      var (low, high) = (0, ids.count)
      while low < high {
        let middle = (low + high) / 2
        if ids[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
      }
      var result: [Int64] = []
      while low < ids.count, ids[low] <= range.upperBound {
        result.append(ids[low])
        low += 1
      }
      return result
    }
  }

  /// The `limit` best of some rows.
  func nearest(
    _ limit: Int, of places: [Int], to query: [Float]
  ) throws(VectorIndexError) -> TopK {
    var best = TopK(limit)
    let places = places.sorted()
    for first in stride(from: 0, to: places.count, by: 16_384) {
      let some = Array(places[first..<min(places.count, first + 16_384)])
      for (place, score) in zip(some, try dots(query, at: some)) { best.offer(score, at: place) }
    }
    return best
  }

  /// The dot products of `query` with some rows.
  func dots(_ query: [Float], at places: [Int]) throws(VectorIndexError) -> [Float] {
    if vectors.file.count <= Self.mappedUpTo {
      try vectors.checkLength()
      return rows.dots(query, at: places)
    }
    return MatrixView.dots(query, with: try values(at: places))
  }

  /// The vectors in some rows, one after another.
  func values(at places: [Int]) throws(VectorIndexError) -> [Float] {
    try vectors.floats(
      at: places.map { VectorFileHeader.vectorsStart + $0 * dimensions * 4 }, columns: dimensions)
  }
}

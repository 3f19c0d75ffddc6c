internal import LinearAlgebra

/// Which part of a long text stands for all of it.
enum EvenSample {
  /// So many passages of a document are compared with all others at most: about 50,000 words, a short
  /// book. The time grows with them, and what a longer one is about shows in every n-th of its passages.
  static let limit = 256

  /// `items`, where there are more than `limit` every n-th of them, the first and the last among them.
  static func of<Item>(_ items: [Item], limit: Int = limit) -> [Item] {
    guard items.count > limit, limit > 1 else { return items }
    return (0..<limit).map { items[$0 * (items.count - 1) / (limit - 1)] }
  }
}

extension PassageVectors {
  /// Rows that one product compares: with 256 of one's own, 4 MB of cosines.
  private static let blockRows = 4096

  /// For every row its cosine to the nearest of some passages, of a long document to the nearest of an
  /// even sample; `nil` where none of them has a vector.
  ///
  /// - Complexity: O(min(`own.count`, `EvenSample.limit`) × rows × dimensions).
  func nearest(to own: [Int64]) -> [Float]? {
    let rows = EvenSample.of(own.compactMap(row(of:)))
    guard !rows.isEmpty else { return nil }
    var queries: [Float] = []
    queries.reserveCapacity(rows.count * vectors.columns)
    for row in rows {
      vectors.withRow(row) { span in for index in span.indices { queries.append(span[index]) } }
    }
    let questions = Matrix(rows: rows.count, columns: vectors.columns, values: queries)
    var best: [Float] = []
    best.reserveCapacity(passages.count)
    for start in stride(from: 0, to: vectors.rows, by: Self.blockRows) {
      let block = start..<min(vectors.rows, start + Self.blockRows)
      best += Self.columnMaxima(of: vectors.scores(of: questions, rows: block))
    }
    return best
  }

  /// The largest number of each column. Goes row by row, as the numbers lie in memory.
  private static func columnMaxima(of scores: Matrix) -> [Float] {
    var best = Array(scores[row: 0])
    for row in 1..<max(1, scores.rows) {
      let values = scores[row: row]
      for (index, value) in zip(best.indices, values) where value > best[index] {
        best[index] = value
      }
    }
    return best
  }
}

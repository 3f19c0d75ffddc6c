internal import LinearAlgebra
internal import VectorIndex

extension PassageVectors {
  /// Passages that one product compares: with 256 of one's own, 4 MB of cosines.
  private static let blockRows = 4096

  /// For each of some passages its cosine to the nearest of others, of a long document to the nearest of an even
  /// sample, `nil` for one that has no vector; `nil` altogether where none of the others has one.
  ///
  /// - Throws: `VectorIndexError`.
  /// - Complexity: O(min(`own.count`, `EvenSample.limit`) × passages × dimensions).
  func nearest(to own: [Int64], of passages: [Int64]) throws -> [Float?]? {
    guard let questions = try matrix(EvenSample.of(own)) else { return nil }
    var best: [Float?] = []
    best.reserveCapacity(passages.count)
    for start in stride(from: 0, to: passages.count, by: Self.blockRows) {
      let block = Array(passages[start..<min(passages.count, start + Self.blockRows)])
      best += try nearest(to: questions, ofBlock: block)
    }
    return best
  }

  private func nearest(to questions: Matrix, ofBlock passages: [Int64]) throws -> [Float?] {
    let stored = try vectors(of: passages)
    guard stored.values.count > 0 else { return passages.map { _ in nil } }
    let rows = MatrixView(
      Matrix(
        rows: stored.values.count / questions.columns, columns: questions.columns,
        values: stored.values))
    let maxima = Self.columnMaxima(of: rows.scores(of: questions))
    return stored.places.map { $0.map { maxima[$0] } }
  }

  /// The vectors of passages, one a row; `nil` where none has one.
  private func matrix(_ passages: [Int64]) throws -> Matrix? {
    let stored = try vectors(of: passages)
    guard stored.dimensions > 0, !stored.values.isEmpty else { return nil }
    return Matrix(
      rows: stored.values.count / stored.dimensions, columns: stored.dimensions,
      values: stored.values)
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

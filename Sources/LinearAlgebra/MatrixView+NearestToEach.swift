internal import CKernels

extension MatrixView {
  /// For each row of `queries` what `nearest(_:to:where:)` gives for it, in one pass over the matrix.
  ///
  /// Products of blocks of rows with all queries (OpenBLAS) tell which rows can be among the best; the
  /// scores of these are then computed as for a single query, so that results are the same.
  ///
  /// - Precondition: `queries` has as many columns as the view.
  /// - Complexity: O(rows · queries · columns), on all cores.
  package func nearest(
    _ limit: Int, toEach queries: Matrix, level: KernelLevel = .best,
    where isIncluded: (@Sendable (Int) -> Bool)? = nil
  ) -> [TopK] {
    precondition(queries.columns == columns, "\(queries.columns) columns for \(columns)")
    let length = Self.productLength
    let chunks = limit > 0 && columns > 0 ? (rows + length - 1) / length : 0
    let batch = Batch(queries)
    let empty = Array(repeating: TopK(limit), count: queries.rows)
    let parts = withExtendedLifetime(owner) {
      Parallel.sharing(chunks, start: { empty }) { best, chunk in
        let range = (chunk * length)..<min(self.rows, (chunk + 1) * length)
        self.offer(range, to: &best, batch, level, isIncluded)
      }
    }
    return (0..<queries.rows).map { query in
      TopK(limit, merging: parts.map { $0[query] })
    }
  }

  /// Rows of a product: they, and the scores of some dozens of queries, fit into a core's second cache.
  private static let productLength = 256

  /// Queries with how far a score of a product may be off: sums of rounded products of unit rows, in any
  /// order.
  private struct Batch: Sendable {
    let queries: Matrix
    let slack: [Float]

    init(_ queries: Matrix) {
      self.queries = queries
      slack = (0..<queries.rows).map { row in
        let square = queries[row: row].reduce(Float(0)) { $0 + $1 * $1 }
        return Float(queries.columns + 16) * .ulpOfOne * square.squareRoot()
      }
    }
  }

  private func offer(
    _ range: Range<Int>, to best: inout [TopK], _ batch: Batch, _ level: KernelLevel,
    _ isIncluded: (@Sendable (Int) -> Bool)?
  ) {
    let count = batch.queries.rows
    let start = base + range.lowerBound * columns
    withUnsafeTemporaryAllocation(of: Float.self, capacity: count * range.count) { scores in
      batch.queries.values.withUnsafeBufferPointer { queries in
        guard let queries = queries.baseAddress, let scores = scores.baseAddress else { return }
        BLAS.gemm(
          queries, Block(rows: count, columns: columns), transposed: true, start, columns, 1,
          scores, Block(rows: count, columns: range.count))
        for query in 0..<count {
          let pass = ProductPass(
            rows: start, columns: columns, query: queries + query * columns,
            scores: UnsafeBufferPointer(start: scores + query * range.count, count: range.count),
            slack: batch.slack[query], first: range.lowerBound, level: level)
          pass.offer(to: &best[query], where: isIncluded)
        }
      }
    }
  }
}

/// The scores of one query with a block of rows, as a product gave them.
private struct ProductPass {
  let rows: UnsafePointer<Float>
  let columns: Int
  let query: UnsafePointer<Float>
  let scores: UnsafeBufferPointer<Float>
  let slack: Float
  /// Index of the block's first row.
  let first: Int
  let level: KernelLevel

  func offer(to best: inout TopK, where isIncluded: (@Sendable (Int) -> Bool)?) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: scores.count) { places in
      guard let start = scores.baseAddress, let places = places.baseAddress else { return }
      let found = kernels_reaching(
        level.level, start, scores.count, best.threshold - slack, places)
      for index in 0..<found {
        let place = Int(places[index])
        // The threshold rises on the way.
        guard scores[place] >= best.threshold - slack else { continue }
        var score: Float = 0
        kernels_dots(
          level.level, rows + place * columns, columns, 1, columns, query, &score)
        guard score >= best.threshold, isIncluded?(first + place) ?? true else { continue }
        best.offer(score, at: first + place)
      }
    }
  }
}

/// Similarities between stored vectors, one a row, and questions. For unit vectors they are
/// cosines.
extension MatrixView {
  /// The dot product of `query` with every row, in the order of the rows.
  ///
  /// Large matrices are read by all cores at once, as one core cannot use the memory's whole
  /// bandwidth.
  ///
  /// - Precondition: `query` has `columns` values.
  /// - Complexity: O(rows · columns).
  public func scores(of query: [Float]) -> [Float] {
    scores(of: query, rows: 0..<rows)
  }

  /// The dot product of `query` with the rows in `range`, in their order.
  ///
  /// - Precondition: `query` has `columns` values and `range` lies in `0 ..< rows`.
  /// - Complexity: O(`range.count` · columns).
  public func scores(of query: [Float], rows range: Range<Int>) -> [Float] {
    precondition(query.count == columns, "a query of \(query.count) values for \(columns) columns")
    precondition(range.lowerBound >= 0 && range.upperBound <= rows, "rows \(range) of \(rows)")
    return [Float](unsafeUninitializedCapacity: range.count) { output, count in
      output.initialize(repeating: 0)
      count = range.count
      query.withUnsafeBufferPointer { query in
        guard let query = query.baseAddress, let output = output.baseAddress else { return }
        withRows(range) { _ in
          gemv(query, range.lowerBound, range.count, output)
        }
      }
    }
  }

  /// The dot product of every row of `queries` with the rows in `range` (all rows when nil): a
  /// matrix of `queries.rows` x `range.count`.
  ///
  /// The result takes `queries.rows * range.count` floats: go over a large matrix range by range.
  ///
  /// - Precondition: `queries` has as many columns as the view, and `range` lies in `0 ..< rows`.
  /// - Complexity: O(queries.rows · range.count · columns).
  public func scores(of queries: Matrix, rows range: Range<Int>? = nil) -> Matrix {
    let range = range ?? 0..<rows
    var result = Matrix(rows: queries.rows, columns: range.count)
    withRows(range) { values in
      var target = result.values.mutableSpan
      BLAS.multiply(
        queries.values.span, Block(rows: queries.rows, columns: queries.columns),
        transposed: values, Block(rows: range.count, columns: columns),
        into: &target, Block(rows: queries.rows, columns: range.count))
    }
    return result
  }

  /// Number of values from which a second core pays for being woken: 2 MiB of floats.
  private static let parallelThreshold = 1 << 19

  private func gemv(
    _ query: UnsafePointer<Float>, _ first: Int, _ count: Int,
    _ output: UnsafeMutablePointer<Float>
  ) {
    guard count * columns >= Self.parallelThreshold else {
      BLAS.gemv(base + first * columns, rows: count, columns: columns, query, output)
      return
    }
    // The parts write to disjoint ranges of `output`, and all have ended when this returns.
    nonisolated(unsafe) let (query, output) = (query, output)
    Parallel.inParts(of: count, multipleOf: 16) { part in
      BLAS.gemv(
        base + (first + part.lowerBound) * columns, rows: part.count, columns: columns, query,
        output + part.lowerBound)
    }
  }
}

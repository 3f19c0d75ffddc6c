extension SignCodes {
  /// For every group of rows and every query the largest similarity between the query and a row of
  /// the group: the sum of the query's numbers, each with the sign of the row, divided by the square
  /// root of their number. For unit queries it lies in -1 ... 1.
  ///
  /// - Parameters:
  ///   - groups: The codes of each group, all of as many columns as `queries`.
  ///   - queries: One query a row.
  /// - Returns: groups x queries; 0 for a group without rows.
  /// - Complexity: O(rows · queries · columns), spread over the cores.
  public static func largestSimilarities(_ groups: [SignCodes], to queries: Matrix) -> Matrix {
    precondition(
      groups.allSatisfy { $0.columns == queries.columns }, "signs of another number of columns")
    let padded = (queries.columns + 7) / 8 * 8
    let questions = Self.padded(queries, to: padded)
    var result = Matrix(rows: groups.count, columns: queries.rows)
    guard queries.rows > 0, queries.columns > 0 else { return result }
    let scale = 1 / Float(queries.columns).squareRoot()
    result.values.withUnsafeMutableBufferPointer { target in
      guard let base = target.baseAddress else { return }
      // The parts write to disjoint rows of the result, and all have ended when this returns.
      nonisolated(unsafe) let start = base
      Parallel.inParts(of: groups.count, multipleOf: 8) { part in
        var worker = SignProduct(questions: questions, columns: padded)
        for group in part {
          worker.run(groups[group], scale: scale, into: start + group * queries.rows)
        }
      }
    }
    return result
  }

  /// Zeros in the columns that fill up the last byte, so that its bits count nothing.
  private static func padded(_ queries: Matrix, to columns: Int) -> Matrix {
    guard queries.columns != columns else { return queries }
    let rows = (0..<queries.rows).flatMap { row in
      Array(queries[row: row]) + [Float](repeating: 0, count: columns - queries.columns)
    }
    return Matrix(rows: queries.rows, columns: columns, values: rows)
  }
}

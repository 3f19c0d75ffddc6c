internal import CKernels

extension SignCodes {
  /// For every group of rows and every query the largest similarity between the query and a row of
  /// the group: the sum of the query's numbers, each with the sign of the row, divided by the square
  /// root of their number. For unit queries it lies in -1 ... 1, to within a hundredth, as the query's
  /// numbers are rounded to 8 bits.
  ///
  /// - Parameters:
  ///   - groups: The codes of each group, all of as many columns as `queries`.
  ///   - queries: One query a row.
  /// - Returns: groups x queries; 0 for a group without rows.
  /// - Complexity: O(rows · queries · columns), spread over the cores.
  public static func largestSimilarities(_ groups: [SignCodes], to queries: Matrix) -> Matrix {
    largestSimilarities(groups, to: queries, level: .best)
  }

  package static func largestSimilarities(
    _ groups: [SignCodes], to queries: Matrix, level: KernelLevel
  ) -> Matrix {
    precondition(
      groups.allSatisfy { $0.columns == queries.columns }, "signs of another number of columns")
    var result = Matrix(rows: groups.count, columns: queries.rows)
    guard queries.rows > 0, queries.columns > 0 else { return result }
    let questions = RoundedQueries(queries)
    result.values.withUnsafeMutableBufferPointer { target in
      guard let base = target.baseAddress else { return }
      // The parts write to disjoint rows of the result, and all have ended when this returns.
      nonisolated(unsafe) let start = base
      Parallel.inParts(of: groups.count, multipleOf: 8) { part in
        var sums = [Int32](repeating: 0, count: questions.count)
        for group in part where groups[group].rows > 0 {
          questions.largestSums(of: groups[group], level: level, into: &sums)
          for query in 0..<questions.count {
            start[group * questions.count + query] = questions.similarity(sums[query], query)
          }
        }
      }
    }
    return result
  }

  /// The queries as 8-bit integers, zeros in the columns that fill up the last byte of the codes.
  private struct RoundedQueries: Sendable {
    let count: Int
    private let width: Int
    private var numbers: [Int8] = []
    private var totals: [Int32] = []
    private var scales: [Float] = []

    init(_ queries: Matrix) {
      count = queries.rows
      width = SignCodes.bytesPerRow(queries.columns)
      for row in 0..<queries.rows {
        let values = queries[row: row]
        let largest = values.reduce(0) { max($0, abs($1)) }
        let factor = largest > 0 ? 127 / largest : 0
        let rounded = values.map { value in
          let scaled = (value * factor).rounded(.toNearestOrEven)
          return scaled.isFinite ? Int8(max(-127, min(127, scaled))) : 0
        }
        totals.append(rounded.reduce(0) { $0 + Int32($1) })
        scales.append(largest / 127 / Float(queries.columns).squareRoot())
        numbers += rounded
        numbers += [Int8](repeating: 0, count: width * 8 - queries.columns)
      }
    }

    /// The largest sum, over the rows of `codes`, of the numbers whose sign is set.
    func largestSums(of codes: SignCodes, level: KernelLevel, into sums: inout [Int32]) {
      for index in sums.indices { sums[index] = .min }
      codes.bytes.withUnsafeBufferPointer { bytes in
        numbers.withUnsafeBufferPointer { numbers in
          sums.withUnsafeMutableBufferPointer { sums in
            guard let bytes = bytes.baseAddress, let numbers = numbers.baseAddress,
              let sums = sums.baseAddress
            else { return }
            kernels_largest_signed_sums(
              level.level, bytes, codes.rows, width, numbers, count, sums)
          }
        }
      }
    }

    /// Numbers with their sign: twice those whose sign is set, less all of them.
    func similarity(_ sum: Int32, _ query: Int) -> Float {
      Float(2 * sum - totals[query]) * scales[query]
    }
  }
}

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
    let questions = RoundedQueries(queries, level: level)
    return questions.largest(groups.count) { group, target in
      groups[group].bytes.withUnsafeBufferPointer {
        questions.put($0.baseAddress, rows: groups[group].rows, to: target)
      }
    }
  }

  /// As `largestSimilarities(_:to:)`, for groups whose codes lie in one buffer.
  ///
  /// - Parameters:
  ///   - groups: Where the bytes of each group lie, whole rows of `bytesPerRow(queries.columns)` bytes;
  ///     an empty range is a group without rows.
  ///   - queries: One query a row.
  /// - Precondition: The ranges lie within `codes`, and their lengths are those of whole rows.
  /// - Returns: groups x queries; 0 for a group without rows.
  /// - Complexity: O(rows · queries · columns), spread over the cores. Nothing is copied.
  public static func largestSimilarities(
    in codes: borrowing Span<UInt8>, groups: [Range<Int>], to queries: Matrix
  ) -> Matrix {
    largestSimilarities(in: codes, groups: groups, to: queries, level: .best)
  }

  package static func largestSimilarities(
    in codes: borrowing Span<UInt8>, groups: [Range<Int>], to queries: Matrix, level: KernelLevel
  ) -> Matrix {
    let width = max(1, bytesPerRow(queries.columns))
    let count = codes.count
    precondition(
      groups.allSatisfy {
        $0.lowerBound >= 0 && $0.upperBound <= count && $0.count % width == 0
      }, "groups beyond \(count) bytes, or of parts of rows")
    let questions = RoundedQueries(queries, level: level)
    return codes.withUnsafeBufferPointer { bytes in
      // Read only, by threads that have all ended when this returns.
      nonisolated(unsafe) let base = bytes.baseAddress
      return questions.largest(groups.count) { group, target in
        let range = groups[group]
        questions.put(base.map { $0 + range.lowerBound }, rows: range.count / width, to: target)
      }
    }
  }

  /// The queries as 8-bit integers, zeros in the columns that fill up the last byte of the codes.
  private struct RoundedQueries: Sendable {
    private let level: KernelLevel
    private let count: Int
    private let width: Int
    private var numbers: [Int8] = []
    private var totals: [Int32] = []
    private var scales: [Float] = []

    init(_ queries: Matrix, level: KernelLevel) {
      self.level = level
      count = queries.rows
      width = SignCodes.bytesPerRow(queries.columns)
      numbers = [Int8](repeating: 0, count: count * width * 8)
      for row in 0..<count {
        let values = queries[row: row]
        let largest = values.reduce(0) { max($0, abs($1)) }
        let factor = largest > 0 ? 127 / largest : 0
        var total: Int32 = 0
        for (column, value) in values.enumerated() {
          let scaled = (value * factor).rounded(.toNearestOrEven)
          let number = scaled.isFinite ? Int8(max(-127, min(127, scaled))) : 0
          numbers[row * width * 8 + column] = number
          total += Int32(number)
        }
        totals.append(total)
        scales.append(largest / 127 / Float(queries.columns).squareRoot())
      }
    }

    /// groups x queries, each row as `put` leaves it, zeros where it puts nothing.
    func largest(
      _ groups: Int, put: @Sendable (_ group: Int, _ target: UnsafeMutablePointer<Float>) -> Void
    ) -> Matrix {
      var result = Matrix(rows: groups, columns: count)
      guard count > 0, width > 0 else { return result }
      let columns = count
      result.values.withUnsafeMutableBufferPointer { target in
        guard let base = target.baseAddress else { return }
        // The cores write to disjoint rows of the result, and all have ended when this returns.
        nonisolated(unsafe) let start = base
        let share = 8
        _ = Parallel.sharing((groups + share - 1) / share, start: {}) { _, part in
          for group in (part * share)..<min(groups, (part + 1) * share) {
            put(group, start + group * columns)
          }
        }
      }
      return result
    }

    /// The similarities of one group: the largest sum, over its rows, of the numbers whose sign is
    /// set.
    func put(_ codes: UnsafePointer<UInt8>?, rows: Int, to target: UnsafeMutablePointer<Float>) {
      guard let codes, rows > 0 else { return }
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { sums in
        sums.initialize(repeating: .min)
        numbers.withUnsafeBufferPointer { numbers in
          guard let numbers = numbers.baseAddress, let sums = sums.baseAddress else { return }
          kernels_largest_signed_sums(level.level, codes, rows, width, numbers, count, sums)
        }
        for query in 0..<count {
          // Numbers with their sign: twice those whose sign is set, less all of them.
          target[query] = Float(2 * sums[query] - totals[query]) * scales[query]
        }
      }
    }
  }
}

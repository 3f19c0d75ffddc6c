internal import CKernels

/// The rows that are most like a question: scores are selected from while they are in the nearest cache,
/// so that a pass over a matrix writes nothing to memory.
extension MatrixView {
  /// The `limit` rows with the largest dot products with `query`, best first; equal scores are ordered by
  /// the lower row.
  ///
  /// A score depends on row and query alone: it is the same in `dots` and in
  /// `nearest(_:toEach:where:)`.
  ///
  /// - Parameter isIncluded: Asked by several threads at once, and only for rows whose score is high
  ///   enough.
  /// - Precondition: `query` has `columns` values.
  /// - Complexity: O(rows · columns), on all cores.
  package func nearest(
    _ limit: Int, to query: [Float], level: KernelLevel = .best,
    where isIncluded: (@Sendable (Int) -> Bool)? = nil
  ) -> TopK {
    precondition(query.count == columns, "a query of \(query.count) values for \(columns) columns")
    let length = Self.chunkLength(columns)
    let chunks = limit > 0 && columns > 0 ? (rows + length - 1) / length : 0
    let cores = rows * columns >= Self.sharedFrom ? Parallel.cores : 1
    let parts = withExtendedLifetime(owner) {
      Parallel.sharing(chunks, cores: cores, start: { TopK(limit) }) { best, chunk in
        self.offer(
          (chunk * length)..<min(self.rows, (chunk + 1) * length), to: &best, query, level,
          isIncluded)
      }
    }
    return TopK(limit, merging: parts)
  }

  /// The dot products of `query` with the rows at the given places, in their order.
  ///
  /// - Precondition: `query` has `columns` values, and the places lie in `0 ..< rows`.
  /// - Complexity: O(places · columns).
  package func dots(_ query: [Float], at places: [Int], level: KernelLevel = .best) -> [Float] {
    precondition(query.count == columns, "a query of \(query.count) values for \(columns) columns")
    precondition(places.allSatisfy { $0 >= 0 && $0 < rows }, "places beyond \(rows) rows")
    return [Float](unsafeUninitializedCapacity: places.count) { room, count in
      room.initialize(repeating: 0)
      count = places.count
      query.withUnsafeBufferPointer { values in
        guard let values = values.baseAddress, let start = room.baseAddress else { return }
        nonisolated(unsafe) let (query, target) = (values, start)
        let parts = places.count * columns >= Self.sharedFrom ? Parallel.cores : 1
        withExtendedLifetime(owner) {
          // The parts write to disjoint ranges of the result, and all have ended when this returns.
          Parallel.inParts(of: places.count, multipleOf: 16, parts: parts) { part in
            for index in part {
              kernels_dots(
                level.level, base + places[index] * columns, columns, 1, columns, query,
                target + index)
            }
          }
        }
      }
    }
  }

  /// The dot products of `query` with rows that follow each other in `values`.
  ///
  /// - Precondition: `values` are whole rows of as many numbers as `query` has.
  package static func dots(
    _ query: [Float], with values: [Float], level: KernelLevel = .best
  ) -> [Float] {
    let columns = query.count
    let rows = columns == 0 ? 0 : values.count / columns
    precondition(values.count == rows * columns, "\(values.count) values in rows of \(columns)")
    return [Float](unsafeUninitializedCapacity: rows) { room, count in
      room.initialize(repeating: 0)
      count = rows
      values.withUnsafeBufferPointer { values in
        query.withUnsafeBufferPointer { query in
          guard let values = values.baseAddress, let query = query.baseAddress,
            let target = room.baseAddress
          else { return }
          kernels_dots(level.level, values, columns, rows, columns, query, target)
        }
      }
    }
  }

  /// Rows that a core takes at a time: about a mebibyte.
  static func chunkLength(_ columns: Int) -> Int { max(16, (1 << 18) / max(1, columns) / 16 * 16) }

  /// Number of values from which a second core pays for being woken.
  static let sharedFrom = 1 << 18

  /// Rows whose scores are selected from at once.
  private static let blockLength = 256

  private func offer(
    _ range: Range<Int>, to best: inout TopK, _ query: [Float], _ level: KernelLevel,
    _ isIncluded: (@Sendable (Int) -> Bool)?
  ) {
    let block = Self.blockLength
    withUnsafeTemporaryAllocation(of: Float.self, capacity: block) { scores in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: block) { places in
        query.withUnsafeBufferPointer { query in
          guard let query = query.baseAddress, let scores = scores.baseAddress,
            let places = places.baseAddress
          else { return }
          for first in stride(from: range.lowerBound, to: range.upperBound, by: block) {
            let count = min(block, range.upperBound - first)
            kernels_dots(
              level.level, base + first * columns, columns, count, columns, query, scores)
            let found = kernels_reaching(level.level, scores, count, best.threshold, places)
            for place in 0..<found {
              let place = Int(places[place])
              // The threshold rises on the way.
              guard scores[place] >= best.threshold, isIncluded?(first + place) ?? true else {
                continue
              }
              best.offer(scores[place], at: first + place)
            }
          }
        }
      }
    }
  }
}

extension TopK {
  /// The best of several selections.
  package init(_ limit: Int, merging parts: [TopK]) {
    self.init(limit)
    for part in parts { merge(part) }
  }
}

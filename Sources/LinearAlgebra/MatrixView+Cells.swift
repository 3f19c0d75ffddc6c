internal import CKernels

/// What cells of similar rows are made with: which centre a row is nearest to, the centres of groups of
/// rows, and the signs of what is left of a row without its centre.
extension MatrixView {
  /// For each of `places` the row of `centres` with the largest dot product, the first of equals, and that
  /// product.
  ///
  /// - Precondition: The places lie in `0 ..< rows`, `centres` has rows, and the columns agree.
  /// - Complexity: O(places · centres · columns), on all cores, by OpenBLAS.
  package func nearestCentres(
    _ centres: Matrix, of places: [UInt32]
  ) -> (centres: [UInt32], products: [Float]) {
    precondition(places.allSatisfy { $0 < rows }, "places beyond \(rows) rows")
    precondition(centres.rows > 0 && centres.columns == columns, "no centres of \(columns) columns")
    var found = [UInt32](repeating: 0, count: places.count)
    var products = [Float](repeating: -.infinity, count: places.count)
    let block = 512
    found.withUnsafeMutableBufferPointer { foundRoom in
      products.withUnsafeMutableBufferPointer { productRoom in
        guard let first = foundRoom.baseAddress, let second = productRoom.baseAddress else {
          return
        }
        nonisolated(unsafe) let (found, products) = (first, second)
        // The cores write to disjoint ranges of the results, and all have ended when this returns.
        _ = Parallel.sharing((places.count + block - 1) / block, start: {}) { _, part in
          let range = (part * block)..<min(places.count, (part + 1) * block)
          self.withCopies(of: places[range]) { rows in
            Self.nearestCentres(
              centres, rows, range.count, found + range.lowerBound, products + range.lowerBound)
          }
        }
      }
    }
    return (found, products)
  }

  /// The sums of groups of rows, brought to the length 1; a group without rows, or of rows that cancel each
  /// other, is all zeros.
  ///
  /// - Parameter starts: Where in `places` each group begins, and last the end.
  /// - Precondition: The places lie in `0 ..< rows`, and the starts ascend.
  /// - Complexity: O(places · columns), on all cores. Each sum is taken in the order of the places.
  package func directions(of places: [UInt32], starts: [Int]) -> Matrix {
    precondition(places.allSatisfy { $0 < rows }, "places beyond \(rows) rows")
    precondition((starts.last ?? 0) <= places.count, "groups beyond the places")
    var result = Matrix(rows: max(0, starts.count - 1), columns: columns)
    result.values.withUnsafeMutableBufferPointer { target in
      guard let base = target.baseAddress else { return }
      nonisolated(unsafe) let target = base
      // The cores write to disjoint rows of the result, and all have ended when this returns.
      _ = Parallel.sharing(max(0, starts.count - 1), start: {}) { _, group in
        let sum = target + group * columns
        for place in places[starts[group]..<starts[group + 1]] {
          let row = self.base + Int(place) * columns
          for column in 0..<columns { sum[column] += row[column] }
        }
        var square: Float = 0
        for column in 0..<columns { square += sum[column] * sum[column] }
        let factor = square > 0 ? 1 / square.squareRoot() : 0
        for column in 0..<columns { sum[column] *= factor }
      }
    }
    withExtendedLifetime(owner) {}
    return result
  }

  /// What is kept of rows less a centre.
  ///
  /// - Parameters:
  ///   - places: One row for each place of whole blocks; `UInt32.max` leaves a place empty.
  ///   - centre: For each place which centre is taken off.
  /// - Precondition: The places lie in `0 ..< rows`, and there is a centre for each.
  /// - Complexity: O(places · columns), on all cores.
  package func residuals(
    of places: [UInt32], from centres: Matrix, centre: [UInt32]
  ) -> RoundedResiduals {
    precondition(
      places.allSatisfy { $0 < rows || $0 == .max } && places.count % SignBlocks.rowsPerBlock == 0)
    precondition(centre.allSatisfy { $0 < centres.rows } && centres.columns == columns)
    precondition(centre.count == places.count, "\(centre.count) centres for \(places.count)")
    var result = RoundedResiduals(places: places.count, columns: columns)
    centres.values.withUnsafeBufferPointer { values in
      guard let first = values.baseAddress else { return }
      result.withAddresses { target in
        nonisolated(unsafe) let (target, centres) = (target, first)
        // The parts write to disjoint blocks of the result, and all have ended when this returns.
        Parallel.inParts(of: places.count, multipleOf: SignBlocks.rowsPerBlock) { part in
          for index in part where places[index] != .max {
            target.put(
              base + Int(places[index]) * columns, less: centres + Int(centre[index]) * columns,
              at: index)
          }
        }
      }
    }
    withExtendedLifetime(owner) {}
    return result
  }

  /// Gives `body` copies of rows, one below the other.
  private func withCopies(
    of places: ArraySlice<UInt32>, _ body: (UnsafePointer<Float>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: max(1, places.count * columns)) {
      room in
      guard let target = room.baseAddress else { return }
      for (index, place) in places.enumerated() {
        (target + index * columns).update(from: base + Int(place) * columns, count: columns)
      }
      body(target)
    }
    withExtendedLifetime(owner) {}
  }

  /// Products of `count` rows with some hundreds of centres at a time, so that they stay in the cache.
  private static func nearestCentres(
    _ centres: Matrix, _ rows: UnsafePointer<Float>, _ count: Int,
    _ found: UnsafeMutablePointer<UInt32>, _ products: UnsafeMutablePointer<Float>
  ) {
    let tile = 512
    let columns = centres.columns
    withUnsafeTemporaryAllocation(of: Float.self, capacity: count * tile) { room in
      centres.values.withUnsafeBufferPointer { values in
        guard let scores = room.baseAddress, let values = values.baseAddress else { return }
        for first in stride(from: 0, to: centres.rows, by: tile) {
          let width = min(tile, centres.rows - first)
          BLAS.gemm(
            rows, Block(rows: count, columns: columns), transposed: true, values + first * columns,
            columns, 1, scores, Block(rows: count, columns: width))
          for row in 0..<count {
            let place = kernels_largest(KernelLevel.best.level, scores + row * width, width)
            let product = scores[row * width + place]
            if product > products[row] {
              products[row] = product
              found[row] = UInt32(first + place)
            }
          }
        }
      }
    }
  }
}

import LinearAlgebra

/// The times that reading all rows takes, and that their products with 32 queries take, with all cores.
struct VectorLimits {
  let rows: MatrixView
  private let batch: Matrix

  init(rows: MatrixView, queries: [[Float]]) {
    self.rows = rows
    batch = Self.batch(queries)
  }

  /// The first 32 queries, the first ones again where there are fewer.
  static func batch(_ queries: [[Float]]) -> Matrix {
    let some = (0..<32).map { queries[$0 % queries.count] }
    return Matrix(rows: 32, columns: some[0].count, values: some.flatMap(\.self))
  }

  func measure() -> [String: Any] {
    let reading = Timing.medianOf(9) { _ = sum() }
    let products = [256, 1024, 4096].map { block in
      Timing.medianOf(3) { multiply(block) }
    }
    let fastest = products.min() ?? 0
    return [
      "reading_ms": reading, "reading_gb_s": Double(rows.count * 4) / reading / 1e6,
      "sgemm_32_ms": fastest,
      "sgemm_gflops": 2 * Double(batch.rows) * Double(rows.count) / fastest / 1e6,
    ]
  }

  /// Touches every number once.
  private func sum() -> UInt64 {
    let block = max(1, (1 << 18) / rows.columns)
    let sums = Parallel.sharing(
      (rows.rows + block - 1) / block,
      start: { UInt64(0) },
      { sum, part in
        rows.withRows((part * block)..<min(rows.rows, (part + 1) * block)) { values in
          values.withUnsafeBytes { memory in
            var lanes: (SIMD8<UInt64>, SIMD8<UInt64>) = (.zero, .zero)
            for offset in stride(from: 0, to: memory.count & ~127, by: 128) {
              lanes.0 &+= memory.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
              lanes.1 &+= memory.loadUnaligned(fromByteOffset: offset + 64, as: SIMD8<UInt64>.self)
            }
            sum &+= (lanes.0 &+ lanes.1).wrappedSum()
          }
        }
      })
    return sums.reduce(0, &+)
  }

  /// Products of the batch with `block` rows at a time, which are thrown away.
  private func multiply(_ block: Int) {
    _ = Parallel.sharing(
      (rows.rows + block - 1) / block,
      start: { [Float](repeating: 0, count: 32 * block) },
      { scores, part in
        let range = (part * block)..<min(rows.rows, (part + 1) * block)
        rows.withRows(range) { values in
          var target = scores.mutableSpan
          BLAS.multiply(
            batch.values.span, Block(rows: 32, columns: batch.columns), transposed: values,
            Block(rows: range.count, columns: batch.columns), into: &target,
            Block(rows: 32, columns: range.count))
        }
      })
  }
}

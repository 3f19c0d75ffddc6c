/// Products with a few or many rows of activations, as in the layers of a network.
extension MatrixView {
  /// Up to this many rows the product reads the matrix where it lies; from there on OpenBLAS, which
  /// first copies it into an order of its own, is as fast or faster. Measured on x86-64. OpenBLAS
  /// finds out at run time what the processor can do, this code when it is compiled.
  private static let fewRows = Vector.isFused ? 128 : 12

  /// C ← A · Mᵀ, for A of m x `columns` and C of m x `rows`: M's rows are the weights of one output
  /// each.
  ///
  /// - Parameters:
  ///   - cores: On how many cores the rows of M are spread.
  /// - Precondition: The blocks lie within their buffers and their shapes agree.
  /// - Complexity: O(m · rows · columns).
  package func multiply(
    _ a: borrowing Span<Float>, _ aBlock: Block, into c: inout MutableSpan<Float>, _ cBlock: Block,
    cores: Int = 1
  ) {
    precondition(
      aBlock.rows == cBlock.rows && aBlock.columns == columns && cBlock.columns == rows,
      "\(aBlock) · \(rows) x \(columns)ᵀ → \(cBlock)")
    aBlock.check(within: a.count)
    cBlock.check(within: c.count)
    a.withUnsafeBufferPointer { a in
      c.withUnsafeMutableBufferPointer { c in
        guard let a = a.baseAddress, let c = c.baseAddress else { return }
        // The parts write to disjoint columns of C, and all have ended when this returns.
        nonisolated(unsafe) let (start, target) = (a + aBlock.offset, c + cBlock.offset)
        withExtendedLifetime(owner) {
          Parallel.inParts(of: rows, multipleOf: 16, parts: cores) { outputs in
            multiply(start, aBlock, outputs: outputs, into: target, cBlock.stride)
          }
        }
      }
    }
  }

  private func multiply(
    _ a: UnsafePointer<Float>, _ aBlock: Block, outputs: Range<Int>,
    into c: UnsafeMutablePointer<Float>, _ stride: Int
  ) {
    let weights = base + outputs.lowerBound * columns
    if aBlock.rows <= Self.fewRows, columns % 8 == 0, outputs.count % 2 == 0 {
      FewRowsProduct(
        a: a, aStride: aBlock.stride, rows: aBlock.rows, weights: weights, columns: columns,
        c: c + outputs.lowerBound, cStride: stride
      ).run(outputs: outputs.count)
    } else {
      BLAS.gemm(
        a, aBlock, transposed: true, weights, columns, 1, c + outputs.lowerBound,
        Block(rows: aBlock.rows, columns: outputs.count, stride: stride))
    }
  }
}

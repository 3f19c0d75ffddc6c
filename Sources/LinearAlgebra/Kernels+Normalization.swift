/// Rows brought to a norm.
extension Kernels {
  /// x ← (x - mean(x)) / √(variance(x) + epsilon) · scale + shift, for every row of the block
  /// (Ba et al. 2016, "Layer Normalization"). Complexity: O(rows · columns).
  ///
  /// - Parameters:
  ///   - scale: One value a column, γ in the paper.
  ///   - shift: One value a column, β in the paper.
  package static func layerNorm(
    _ x: inout MutableSpan<Float>, _ block: Block,
    scale: borrowing Span<Float>, shift: borrowing Span<Float>, epsilon: Float
  ) {
    _ = withStart(scale, count: block.columns) { scale in
      withStart(shift, count: block.columns) { shift in
        forEachRow(&x, block) { _, start in
          layerNorm(start, block.columns, scale, shift, epsilon)
        }
      }
    }
  }

  /// x ← layerNorm(x + bias + residual), for every row of the block: the end of both halves of a
  /// transformer layer, in one pass over memory.
  ///
  /// - Parameters:
  ///   - bias: One value a column.
  ///   - residual: As many rows and columns as the block, without gaps.
  package static func layerNorm(
    _ x: inout MutableSpan<Float>, _ block: Block, bias: borrowing Span<Float>,
    residual: borrowing Span<Float>,
    scale: borrowing Span<Float>, shift: borrowing Span<Float>, epsilon: Float
  ) {
    let columns = block.columns
    precondition(residual.count >= block.rows * columns, "a residual of \(residual.count) values")
    _ = residual.withUnsafeBufferPointer { residual in
      withStart(bias, count: columns) { bias in
        withStart(scale, count: columns) { scale in
          withStart(shift, count: columns) { shift in
            forEachRow(&x, block) { row, start in
              guard let residual = residual.baseAddress.map({ $0 + row * columns }) else { return }
              transform(start, columns: columns) { $0 + $1.load(bias) + $1.load(residual) }
              layerNorm(start, columns, scale, shift, epsilon)
            }
          }
        }
      }
    }
  }

  /// x ← x / ‖x‖₂, for every row of the block; a row of zeros stays as it is.
  /// Complexity: O(rows · columns).
  package static func normalize(_ x: inout MutableSpan<Float>, _ block: Block) {
    forEachRow(&x, block) { _, start in
      let squares = sum(start, columns: block.columns) { value, _ in value * value }
      guard squares > 0 else { return }
      let factor = 1 / squares.squareRoot()
      transform(start, columns: block.columns) { value, _ in value * factor }
    }
  }

  @inline(__always)
  private static func layerNorm(
    _ row: UnsafeMutablePointer<Float>, _ columns: Int,
    _ scale: UnsafePointer<Float>, _ shift: UnsafePointer<Float>, _ epsilon: Float
  ) {
    let mean = sum(row, columns: columns) { value, _ in value } / Float(columns)
    // A second pass over a row in the cache, as E[x²] - E[x]² loses digits where the mean is large.
    let squares = sum(row, columns: columns) { value, _ in (value - mean) * (value - mean) }
    let factor = 1 / (squares / Float(columns) + epsilon).squareRoot()
    transform(row, columns: columns) { value, lanes in
      (value - mean) * factor * lanes.load(scale) + lanes.load(shift)
    }
  }
}

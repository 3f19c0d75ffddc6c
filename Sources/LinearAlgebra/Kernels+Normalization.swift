internal import CKernels

/// Rows brought to a norm.
extension Kernels {
  /// x ← layerNorm(x + bias + residual), for every row of the block: the end of both halves of a
  /// transformer layer, in one pass over memory. Complexity: O(rows · columns).
  ///
  /// layerNorm(x) is (x - mean(x)) / √(variance(x) + epsilon) · scale + shift (Ba et al. 2016, "Layer
  /// Normalization").
  ///
  /// - Parameters:
  ///   - bias: One value a column.
  ///   - residual: As many rows and columns as the block, without gaps.
  ///   - scale: One value a column, γ in the paper.
  ///   - shift: One value a column, β in the paper.
  package static func layerNorm(
    _ x: inout MutableSpan<Float>, _ block: Block, bias: borrowing Span<Float>,
    residual: borrowing Span<Float>,
    scale: borrowing Span<Float>, shift: borrowing Span<Float>, epsilon: Float,
    level: KernelLevel = .best
  ) {
    let columns = block.columns
    precondition(residual.count >= block.rows * columns, "a residual of \(residual.count) values")
    _ = residual.withUnsafeBufferPointer { residual in
      withStart(bias, count: columns) { bias in
        withStart(scale, count: columns) { scale in
          withStart(shift, count: columns) { shift in
            withBlock(&x, block) { start in
              guard let residual = residual.baseAddress else { return }
              kernels_layer_norm(
                level.level, start, block.stride, block.rows, columns, bias, residual, scale,
                shift, epsilon)
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
}

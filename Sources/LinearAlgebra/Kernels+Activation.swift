internal import CKernels

/// Bias and activation.
extension Kernels {
  /// x ← GELU(x + bias), for every row of the block. Complexity: O(rows · columns).
  ///
  /// GELU(x) = x · Φ(x) = x / 2 · (1 + erf(x / √2)), the exact form that BERT uses (Hendrycks and
  /// Gimpel 2016, "Gaussian Error Linear Units"), not its approximation by tanh; to within 1e-6.
  ///
  /// - Parameter bias: One value a column.
  package static func gelu(
    _ x: inout MutableSpan<Float>, _ block: Block, bias: borrowing Span<Float>,
    level: KernelLevel = .best
  ) {
    _ = withStart(bias, count: block.columns) { bias in
      withBlock(&x, block) {
        kernels_gelu(level.level, $0, block.stride, block.rows, block.columns, bias)
      }
    }
  }
}

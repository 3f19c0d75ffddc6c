/// Bias and activation.
extension Kernels {
  /// x ← x + bias, for every row of the block. Complexity: O(rows · columns).
  ///
  /// - Parameter bias: One value a column.
  package static func add(
    _ bias: borrowing Span<Float>, to x: inout MutableSpan<Float>, _ block: Block
  ) {
    _ = withStart(bias, count: block.columns) { bias in
      forEachRow(&x, block) { _, start in
        transform(start, columns: block.columns) { $0 + $1.load(bias) }
      }
    }
  }

  /// x ← GELU(x + bias), for every row of the block. Complexity: O(rows · columns).
  ///
  /// GELU(x) = x · Φ(x) = x / 2 · (1 + erf(x / √2)), the exact form that BERT uses (Hendrycks and
  /// Gimpel 2016, "Gaussian Error Linear Units"), not its approximation by tanh; to within 1e-6.
  ///
  /// - Parameter bias: One value a column.
  package static func gelu(
    _ x: inout MutableSpan<Float>, _ block: Block, bias: borrowing Span<Float>
  ) {
    _ = withStart(bias, count: block.columns) { bias in
      forEachRow(&x, block) { _, start in
        transform(start, columns: block.columns) { value, lanes in
          let value = value + lanes.load(bias)
          return value * 0.5 * ((value * 0.707_106_78).errorFunction + 1)
        }
      }
    }
  }
}

internal import LinearAlgebra

/// A fully connected layer, y = x · Wᵀ + b.
struct Linear: Sendable {
  /// [outputs, inputs]
  let weights: MatrixView
  /// [outputs]
  let bias: [Float]

  /// What follows the product, in one more pass over y.
  enum Ending {
    /// y as it is, without the bias, which a layer normalisation will add.
    case none
    /// y + b
    case bias
    /// GELU(y + b)
    case gelu
  }

  /// Fills `y`, rows x outputs, from `x`, rows x inputs, both without gaps and maybe longer than
  /// that. Complexity: O(rows · outputs · inputs), spread over `cores`.
  func apply(
    to x: [Float], rows: Int, into y: inout [Float], ending: Ending = .none, cores: Int
  ) {
    let block = Block(rows: rows, columns: weights.rows)
    var target = y.mutableSpan
    weights.multiply(
      x.span, Block(rows: rows, columns: weights.columns), into: &target, block, cores: cores)
    switch ending {
    case .none: break
    case .bias: Kernels.add(bias.span, to: &target, block)
    case .gelu: Kernels.gelu(&target, block, bias: bias.span)
    }
  }
}

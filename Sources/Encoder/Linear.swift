internal import LinearAlgebra

/// A fully connected layer, y = x · Wᵀ + b.
struct Linear: Sendable {
  /// [outputs, inputs]
  let weights: Weights
  /// [outputs]
  let bias: [Float]

  enum Weights: Sendable {
    case float32(MatrixView)
    case int8(QuantizedMatrix)
  }

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
  ///
  /// - Parameter rounded: Memory for `x` as integers.
  func apply(
    to x: [Float], rows: Int, rounded: inout QuantizedRows, into y: inout [Float],
    ending: Ending = .none, cores: Int
  ) {
    let block = Block(rows: rows, columns: bias.count)
    var target = y.mutableSpan
    switch weights {
    case .float32(let weights):
      weights.multiply(
        x.span, Block(rows: rows, columns: weights.columns), into: &target, block, cores: cores)
      if case .bias = ending { Kernels.add(bias.span, to: &target, block) }
    case .int8(let weights):
      rounded.quantize(x.span, Block(rows: rows, columns: weights.columns))
      if case .bias = ending {
        weights.multiply(rounded, bias: bias, into: &target, block, cores: cores)
      } else {
        weights.multiply(rounded, into: &target, block, cores: cores)
      }
    }
    if case .gelu = ending { Kernels.gelu(&target, block, bias: bias.span) }
  }
}

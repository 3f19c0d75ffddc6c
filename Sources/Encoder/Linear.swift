internal import LinearAlgebra

/// A fully connected layer, y = x · Wᵀ + b.
struct Linear: Sendable {
  /// [outputs, inputs]
  let weights: Weights
  /// [outputs]
  let bias: [Float]

  enum Weights: Sendable {
    case float32(PackedMatrix)
    case int8(QuantizedMatrix)
  }

  /// Fills a block of `y` from one of `x`. Complexity: O(rows · outputs · inputs), spread over `crew`.
  ///
  /// - Parameters:
  ///   - rounded: Memory for the block of `x` as integers; says which instructions are used.
  ///   - ending: Where it is `.none` the bias is left to a layer normalisation.
  func apply(
    to x: [Float], _ xBlock: Block, rounded: inout QuantizedRows, into y: inout [Float],
    _ yBlock: Block, ending: ProductEnding = .none, crew: Crew
  ) {
    var target = y.mutableSpan
    switch weights {
    case .float32(let weights):
      weights.multiply(
        x.span, xBlock, bias: bias, ending: ending, into: &target, yBlock,
        level: rounded.level, crew: crew)
    case .int8(let weights):
      rounded.quantize(x.span, xBlock)
      weights.multiply(rounded, bias: bias, ending: ending, into: &target, yBlock, crew: crew)
    }
  }
}

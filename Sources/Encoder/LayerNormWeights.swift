internal import LinearAlgebra

/// What a layer normalisation has learnt.
struct LayerNormWeights: Sendable {
  /// [dimensions], γ
  let scale: [Float]
  /// [dimensions], β
  let shift: [Float]
  /// What is added to a variance before its root is taken.
  let epsilon: Float

  /// x ← layerNorm(x + bias + residual), for a block of x and the rows of the residual that begin where the
  /// block of `residualBlock` does. Complexity: O(rows · dimensions).
  func apply(
    to x: inout [Float], _ block: Block, bias: [Float], residual: [Float], _ residualBlock: Block,
    _ level: KernelLevel
  ) {
    var target = x.mutableSpan
    Kernels.layerNorm(
      &target, block, bias: bias.span, residual: residual.span.extracting(residualBlock.range),
      scale: scale.span, shift: shift.span, epsilon: epsilon, level: level)
  }
}

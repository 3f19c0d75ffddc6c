internal import LinearAlgebra

/// What a layer normalisation has learnt.
struct LayerNormWeights: Sendable {
  /// [dimensions], γ
  let scale: [Float]
  /// [dimensions], β
  let shift: [Float]
  /// What is added to a variance before its root is taken.
  let epsilon: Float

  /// x ← layerNorm(x + bias + residual), for `rows` rows of both. Complexity: O(rows · dimensions).
  func apply(to x: inout [Float], rows: Int, bias: [Float], residual: [Float]) {
    var target = x.mutableSpan
    Kernels.layerNorm(
      &target, Block(rows: rows, columns: scale.count), bias: bias.span, residual: residual.span,
      scale: scale.span, shift: shift.span, epsilon: epsilon)
  }
}

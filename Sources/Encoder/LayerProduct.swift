internal import LinearAlgebra

/// A product of a layer as it lies in the model's file: matrices to be stacked below each other, so that one
/// product gives all of their outputs, and the bias.
struct LayerProduct {
  var weights: [MatrixView]
  var bias: [Float]

  var rows: Int { bias.count }
  var columns: Int { weights.first?.columns ?? 0 }
}

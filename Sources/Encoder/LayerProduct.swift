internal import LinearAlgebra

/// A product of a layer as it lies in the model's file: matrices to be stacked below each other, so that one
/// product gives all of their outputs, and the bias.
struct LayerProduct {
  var stored: [StoredMatrix]
  var bias: [Float]

  var rows: Int { bias.count }
  var columns: Int { stored.first?.columns ?? 0 }

  /// The matrices as floats, which are copies where the file has other numbers.
  var weights: [MatrixView] { stored.map(\.view) }
}

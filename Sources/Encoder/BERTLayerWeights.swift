/// The weights of one transformer layer.
struct BERTLayerWeights: Sendable {
  /// [3 · dimensions, dimensions]: what gives queries, keys and values, below each other, so that
  /// one product gives all three.
  let queryKeyValue: Linear
  /// [dimensions, dimensions], from the joined heads.
  let attentionOutput: Linear
  let attentionNorm: LayerNormWeights
  /// [innerDimensions, dimensions]
  let inner: Linear
  /// [dimensions, innerDimensions]
  let output: Linear
  let outputNorm: LayerNormWeights
}

internal import LinearAlgebra

/// Self-attention with several heads over the tokens of one text (Vaswani et al. 2017, "Attention
/// Is All You Need", section 3.2).
struct Attention {
  /// Number of heads.
  let heads: Int
  /// Length of one head's queries, keys and values.
  let headDimensions: Int

  /// For each head: context ← softmax(Q · Kᵀ / √d) · V. Complexity: O(tokens² · heads · d).
  ///
  /// - Parameters:
  ///   - queryKeyValue: A row a token: the queries of all heads, then the keys, then the values.
  ///   - tokens: The rows that belong to the text.
  ///   - scores: Memory for tokens x tokens floats.
  ///   - context: A row a token: what the heads gathered, side by side.
  func apply(
    to queryKeyValue: [Float], _ tokens: Range<Int>, scores: inout [Float],
    into context: inout [Float]
  ) {
    let width = heads * headDimensions
    let square = Block(rows: tokens.count, columns: tokens.count)
    let scale = 1 / Float(headDimensions).squareRoot()
    for head in 0..<heads {
      let start = tokens.lowerBound * width * 3 + head * headDimensions
      func block(_ part: Int) -> Block {
        Block(
          offset: start + part * width, rows: tokens.count, columns: headDimensions,
          stride: width * 3)
      }
      do {
        var target = scores.mutableSpan
        BLAS.multiply(
          queryKeyValue.span, block(0), transposed: queryKeyValue.span, block(1), scaledBy: scale,
          into: &target, square)
        Kernels.softmax(&target, square)
      }
      var target = context.mutableSpan
      BLAS.multiply(
        scores.span, square, queryKeyValue.span, block(2), into: &target,
        Block(
          offset: tokens.lowerBound * width + head * headDimensions, rows: tokens.count,
          columns: headDimensions, stride: width))
    }
  }
}

internal import LinearAlgebra

/// One worker's memory for sending a batch of texts through the network, and the steps of doing so.
/// Rows are tokens; the rows of a text follow each other.
struct BERTPass {
  /// tokens x dimensions: what goes from layer to layer.
  private var hidden: [Float] = []
  /// tokens x 3 · dimensions: query, key and value of each token.
  private var queryKeyValue: [Float] = []
  /// tokens x dimensions: what the heads gathered.
  private var context: [Float] = []
  /// tokens x dimensions: the output of half a layer, before it takes the place of `hidden`.
  private var projected: [Float] = []
  /// tokens x inner dimensions.
  private var inner: [Float] = []
  /// longest text x longest text: the attention of one head over one text.
  private var scores: [Float] = []
  /// What goes into a product, as integers.
  private var rounded = QuantizedRows()

  /// Encodes a batch.
  ///
  /// - Parameter cores: On how many cores each product is spread.
  /// - Returns: One unit vector a text, in the order of the batch: texts x dimensions.
  mutating func run(
    _ batch: TokenBatch, weights: BERTWeights, configuration: ModelConfiguration, cores: Int
  ) -> Matrix {
    reserve(batch, configuration)
    embed(batch, weights, configuration)
    let attention = Attention(
      heads: configuration.heads, headDimensions: configuration.headDimensions)
    for layer in weights.layers {
      attend(batch, layer, attention, cores)
      transform(batch.ids.count, layer, cores)
    }
    return pool(batch, configuration)
  }

  /// Makes the buffers large enough; they keep their size for the next batch.
  private mutating func reserve(_ batch: TokenBatch, _ configuration: ModelConfiguration) {
    func grow(_ buffer: inout [Float], to count: Int) {
      if buffer.count < count {
        buffer = Array(repeating: 0, count: count)
      }
    }
    let (tokens, width) = (batch.ids.count, configuration.dimensions)
    grow(&hidden, to: tokens * width)
    grow(&queryKeyValue, to: tokens * width * 3)
    grow(&context, to: tokens * width)
    grow(&projected, to: tokens * width)
    grow(&inner, to: tokens * configuration.innerDimensions)
    grow(&scores, to: batch.longest * batch.longest)
  }

  /// hidden ← layerNorm(word + position + type)
  private mutating func embed(
    _ batch: TokenBatch, _ weights: BERTWeights, _ configuration: ModelConfiguration
  ) {
    let width = configuration.dimensions
    let norm = weights.embeddingNorm
    var target = hidden.mutableSpan
    for (token, id) in batch.ids.enumerated() {
      weights.words.copyRow(Int(id), to: &target, at: token * width)
    }
    for range in batch.ranges {
      let block = Block(offset: range.lowerBound * width, rows: range.count, columns: width)
      weights.positions.withRows(0..<range.count) { positions in
        Kernels.layerNorm(
          &target, block, bias: weights.tokenType.span, residual: positions,
          scale: norm.scale.span, shift: norm.shift.span, epsilon: norm.epsilon)
      }
    }
  }

  /// hidden ← layerNorm(hidden + heads(hidden) · Wᵀ + b)
  private mutating func attend(
    _ batch: TokenBatch, _ layer: BERTLayerWeights, _ attention: Attention, _ cores: Int
  ) {
    let rows = batch.ids.count
    layer.queryKeyValue.apply(
      to: hidden, rows: rows, rounded: &rounded, into: &queryKeyValue, ending: .bias, cores: cores)
    for range in batch.ranges {
      attention.apply(to: queryKeyValue, range, scores: &scores, into: &context)
    }
    layer.attentionOutput.apply(
      to: context, rows: rows, rounded: &rounded, into: &projected, cores: cores)
    layer.attentionNorm.apply(
      to: &projected, rows: rows, bias: layer.attentionOutput.bias, residual: hidden)
    swap(&hidden, &projected)
  }

  /// hidden ← layerNorm(hidden + GELU(hidden · W₁ᵀ + b₁) · W₂ᵀ + b₂)
  private mutating func transform(_ rows: Int, _ layer: BERTLayerWeights, _ cores: Int) {
    layer.inner.apply(
      to: hidden, rows: rows, rounded: &rounded, into: &inner, ending: .gelu, cores: cores)
    layer.output.apply(
      to: inner, rows: rows, rounded: &rounded, into: &projected, cores: cores)
    layer.outputNorm.apply(
      to: &projected, rows: rows, bias: layer.output.bias, residual: hidden)
    swap(&hidden, &projected)
  }

  /// The signs of the tokens of each text that was last run, without its first and its last one.
  func signs(of batch: TokenBatch, columns: Int) -> [SignCodes] {
    batch.ranges.map { range in
      let inner = Self.inner(range)
      return SignCodes(
        of: hidden.span,
        Block(offset: inner.lowerBound * columns, rows: inner.count, columns: columns))
    }
  }

  /// The unit vectors of the tokens of the text that was last run alone, without its first and its
  /// last one.
  func tokens(of batch: TokenBatch, columns: Int) -> Matrix {
    let inner = Self.inner(batch.ranges.first ?? 0..<0)
    var result = Matrix(
      rows: inner.count, columns: columns,
      values: Array(hidden[(inner.lowerBound * columns)..<(inner.upperBound * columns)]))
    var target = result.values.mutableSpan
    Kernels.normalize(&target, Block(rows: inner.count, columns: columns))
    return result
  }

  private static func inner(_ range: Range<Int>) -> Range<Int> {
    range.count > 2
      ? (range.lowerBound + 1)..<(range.upperBound - 1) : range.lowerBound..<range.lowerBound
  }

  /// One unit vector a text.
  private func pool(_ batch: TokenBatch, _ configuration: ModelConfiguration) -> Matrix {
    let width = configuration.dimensions
    var result = Matrix(rows: batch.texts.count, columns: width)
    var target = result.values.mutableSpan
    for (row, range) in batch.ranges.enumerated() {
      let block = Block(offset: range.lowerBound * width, rows: range.count, columns: width)
      switch configuration.pooling {
      case .mean: Kernels.mean(of: hidden.span, block, into: &target, at: row * width)
      case .cls: Kernels.first(of: hidden.span, block, into: &target, at: row * width)
      }
    }
    Kernels.normalize(&target, Block(rows: batch.texts.count, columns: width))
    return result
  }
}

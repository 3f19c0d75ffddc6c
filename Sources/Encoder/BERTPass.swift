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
  /// some tokens x dimensions: the output of half a layer, before it takes the place of `hidden`.
  private var projected: [Float] = []
  /// some tokens x inner dimensions.
  private var inner: [Float] = []
  /// What the heads work in.
  private var scratch: [Float] = []
  /// What goes into a product, as integers.
  private var rounded: QuantizedRows
  private let level: KernelLevel

  /// So many tokens go through a layer's products one after another: their numbers stay in the second cache
  /// meanwhile, and the weights are read often enough for what they cost to fetch.
  private static let tokensAtOnce = 96

  /// - Parameter level: The instructions that the kernels use, which this processor must have.
  init(level: KernelLevel) {
    self.level = level
    rounded = QuantizedRows(level: level)
  }

  /// Encodes a batch.
  ///
  /// - Parameter crew: Who shares each product.
  /// - Returns: One unit vector a text, in the order of the batch: texts x dimensions.
  mutating func run(
    _ batch: TokenBatch, weights: BERTWeights, configuration: ModelConfiguration, crew: Crew
  ) -> Matrix {
    reserve(batch, configuration)
    embed(batch, weights, configuration)
    for layer in weights.layers {
      attend(batch, layer, configuration, crew)
      forEachPart(of: batch) { pass, tokens in
        pass.project(tokens, layer, configuration, crew)
        pass.transform(tokens, layer, configuration, crew)
      }
    }
    return pool(batch, configuration)
  }

  private mutating func forEachPart(
    of batch: TokenBatch, _ body: (inout BERTPass, Range<Int>) -> Void
  ) {
    for start in stride(from: 0, to: batch.ids.count, by: Self.tokensAtOnce) {
      body(&self, start..<min(batch.ids.count, start + Self.tokensAtOnce))
    }
  }

  /// Makes the buffers large enough; they keep their size for the next batch.
  private mutating func reserve(_ batch: TokenBatch, _ configuration: ModelConfiguration) {
    func grow(_ buffer: inout [Float], to count: Int) {
      if buffer.count < count {
        buffer = Array(repeating: 0, count: count)
      }
    }
    let (tokens, width) = (batch.ids.count, configuration.dimensions)
    let some = min(tokens, Self.tokensAtOnce)
    grow(&hidden, to: tokens * width)
    grow(&queryKeyValue, to: tokens * width * 3)
    grow(&context, to: tokens * width)
    grow(&projected, to: some * width)
    grow(&inner, to: some * configuration.innerDimensions)
  }

  /// hidden ← layerNorm(word + position + type)
  private mutating func embed(
    _ batch: TokenBatch, _ weights: BERTWeights, _ configuration: ModelConfiguration
  ) {
    let width = configuration.dimensions
    let (norm, level) = (weights.embeddingNorm, level)
    var target = hidden.mutableSpan
    for (token, id) in batch.ids.enumerated() {
      weights.words.copyRow(Int(id), to: &target, at: token * width)
    }
    for range in batch.ranges {
      let block = Block(offset: range.lowerBound * width, rows: range.count, columns: width)
      weights.positions.withRows(0..<range.count) { positions in
        Kernels.layerNorm(
          &target, block, bias: weights.tokenType.span, residual: positions,
          scale: norm.scale.span, shift: norm.shift.span, epsilon: norm.epsilon, level: level)
      }
    }
  }

  /// context ← heads(hidden · Wᵀ + b)
  private mutating func attend(
    _ batch: TokenBatch, _ layer: BERTLayerWeights, _ configuration: ModelConfiguration,
    _ crew: Crew
  ) {
    let width = configuration.dimensions
    forEachPart(of: batch) { pass, tokens in
      layer.queryKeyValue.apply(
        to: pass.hidden, Self.block(tokens, width), rounded: &pass.rounded,
        into: &pass.queryKeyValue, Self.block(tokens, 3 * width), ending: .bias, crew: crew)
    }
    Self.gather(
      queryKeyValue, batch, configuration, level, scratch: &scratch, into: &context, crew)
  }

  private static func gather(
    _ queryKeyValue: [Float], _ batch: TokenBatch, _ configuration: ModelConfiguration,
    _ level: KernelLevel, scratch: inout [Float], into context: inout [Float], _ crew: Crew
  ) {
    var target = context.mutableSpan
    for range in batch.ranges {
      Kernels.attention(
        queryKeyValue.span, tokens: range, heads: configuration.heads,
        headDimensions: configuration.headDimensions, scratch: &scratch, into: &target,
        level: level, crew: crew)
    }
  }

  /// hidden ← layerNorm(hidden + context · Wᵀ + b)
  private mutating func project(
    _ tokens: Range<Int>, _ layer: BERTLayerWeights, _ configuration: ModelConfiguration,
    _ crew: Crew
  ) {
    let rows = Self.block(tokens, configuration.dimensions)
    let some = Block(rows: rows.rows, columns: rows.columns)
    layer.attentionOutput.apply(
      to: context, rows, rounded: &rounded, into: &projected, some, crew: crew)
    layer.attentionNorm.apply(
      to: &hidden, rows, bias: layer.attentionOutput.bias, residual: projected, some, level)
  }

  /// hidden ← layerNorm(hidden + GELU(hidden · W₁ᵀ + b₁) · W₂ᵀ + b₂)
  private mutating func transform(
    _ tokens: Range<Int>, _ layer: BERTLayerWeights, _ configuration: ModelConfiguration,
    _ crew: Crew
  ) {
    let rows = Self.block(tokens, configuration.dimensions)
    let some = Block(rows: rows.rows, columns: rows.columns)
    let wide = Block(rows: rows.rows, columns: configuration.innerDimensions)
    layer.inner.apply(
      to: hidden, rows, rounded: &rounded, into: &inner, wide, ending: .gelu, crew: crew)
    layer.output.apply(to: inner, wide, rounded: &rounded, into: &projected, some, crew: crew)
    layer.outputNorm.apply(
      to: &hidden, rows, bias: layer.output.bias, residual: projected, some, level)
  }

  private static func block(_ tokens: Range<Int>, _ columns: Int) -> Block {
    Block(offset: tokens.lowerBound * columns, rows: tokens.count, columns: columns)
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

internal import LinearAlgebra

/// The weights of a BERT (Devlin et al. 2019), mapped from its file. Names are those of Hugging
/// Face's `BertModel`, with or without the prefix `bert.`.
struct BERTWeights: Sendable {
  /// [vocabulary, dimensions]
  let words: StoredMatrix
  /// [positions, dimensions], from the position of a text's first token on
  let positions: MatrixView
  /// [dimensions]: the first of the token types, the only one that single texts have.
  let tokenType: [Float]
  let embeddingNorm: LayerNormWeights
  let layers: [BERTLayerWeights]

  /// Finds the weights in `file` and checks their shapes against `configuration`.
  ///
  /// - Parameter pack: Gives the layers' products from what lies in the file.
  /// - Throws: `malformed` where a tensor is missing or has another shape, `unsupported` where it
  ///   holds numbers that cannot be read as floats.
  init(
    file: any WeightFile, configuration: ModelConfiguration, pack: ([LayerProduct]) -> [Linear]
  ) throws(EncoderError) {
    let width = configuration.dimensions
    let prefix =
      ["bert.", "roberta."].first { file.contains($0 + "embeddings.word_embeddings.weight") } ?? ""
    let reader = Reader(
      file: file, prefix: prefix, width: width, epsilon: configuration.layerNormEpsilon)
    words = try file.stored(
      prefix + "embeddings.word_embeddings.weight", rows: configuration.vocabulary, columns: width)
    positions = try file.stored(
      prefix + "embeddings.position_embeddings.weight", rows: configuration.positions,
      columns: width
    ).view.rows(from: configuration.firstPosition)
    tokenType = try reader.tokenType()
    embeddingNorm = try reader.norm("embeddings.LayerNorm")
    var parts: [LayerProduct] = []
    for index in 0..<configuration.layers {
      parts += try reader.products(index, inner: configuration.innerDimensions)
    }
    let products = pack(parts)
    var layers: [BERTLayerWeights] = []
    for index in 0..<configuration.layers {
      layers.append(
        try reader.layer(index, products: Array(products[(4 * index)..<(4 * index + 4)])))
    }
    self.layers = layers
  }
}

/// Reads weights by their names.
private struct Reader {
  let file: any WeightFile
  let prefix: String
  let width: Int
  let epsilon: Float

  func layer(_ index: Int, products: [Linear]) throws(EncoderError) -> BERTLayerWeights {
    let name = "encoder.layer.\(index)"
    return BERTLayerWeights(
      queryKeyValue: products[0], attentionOutput: products[1],
      attentionNorm: try norm("\(name).attention.output.LayerNorm"),
      inner: products[2], output: products[3], outputNorm: try norm("\(name).output.LayerNorm"))
  }

  /// The products of a layer, as they lie in the file.
  func products(_ index: Int, inner: Int) throws(EncoderError) -> [LayerProduct] {
    let name = "encoder.layer.\(index)"
    return [
      try queryKeyValue("\(name).attention.self"),
      try linear("\(name).attention.output.dense", outputs: width, inputs: width),
      try linear("\(name).intermediate.dense", outputs: inner, inputs: width),
      try linear("\(name).output.dense", outputs: width, inputs: inner),
    ]
  }

  func norm(_ name: String) throws(EncoderError) -> LayerNormWeights {
    LayerNormWeights(
      scale: try file.vector("\(prefix)\(name).weight", count: width),
      shift: try file.vector("\(prefix)\(name).bias", count: width),
      epsilon: epsilon)
  }

  func tokenType() throws(EncoderError) -> [Float] {
    let name = prefix + "embeddings.token_type_embeddings.weight"
    let rows = try file.rows(of: name, columns: width)
    guard rows > 0 else {
      throw .malformed(path: file.file.path, reason: "\(name) is empty")
    }
    let types = try file.stored(name, rows: rows, columns: width).view
    return types.withRow(0) { values in values.indices.map { values[$0] } }
  }

  private func linear(
    _ name: String, outputs: Int, inputs: Int
  ) throws(EncoderError) -> LayerProduct {
    LayerProduct(
      stored: [try file.stored("\(prefix)\(name).weight", rows: outputs, columns: inputs)],
      bias: try file.vector("\(prefix)\(name).bias", count: outputs))
  }

  private func queryKeyValue(_ name: String) throws(EncoderError) -> LayerProduct {
    let query = try linear("\(name).query", outputs: width, inputs: width)
    let key = try linear("\(name).key", outputs: width, inputs: width)
    let value = try linear("\(name).value", outputs: width, inputs: width)
    return LayerProduct(
      stored: query.stored + key.stored + value.stored,
      bias: query.bias + key.bias + value.bias)
  }
}

/// Reading a model's settings.
extension ModelDirectory {
  private static let sentenceFile = "sentence_bert_config.json"
  private static let modulesFile = "modules.json"
  /// Where nothing in the folder says after how many tokens a text is cut off: what the default
  /// model was made for, and more than a passage has.
  private static let defaultMaximumTokens = 256

  /// The model's sizes and settings.
  ///
  /// - Throws: `malformed` where a file is not JSON or a size makes no sense, `unsupported` where
  ///   the model is no BERT or needs a step that this encoder does not have.
  package func configuration() throws(EncoderError) -> ModelConfiguration {
    guard let model = try decode(ModelFiles.Transformer.self, from: Self.configurationFile) else {
      throw .missingFile(path: filePath(Self.configurationFile))
    }
    try check(model)
    try checkModules()
    let sentence = try decode(ModelFiles.SentenceTransformer.self, from: Self.sentenceFile)
    let maximum = sentence?.maxSeqLength ?? Self.defaultMaximumTokens
    guard maximum >= 2 else {
      throw .malformed(path: filePath(Self.sentenceFile), reason: "max_seq_length is \(maximum)")
    }
    let first = Self.firstPosition(model)
    return ModelConfiguration(
      layers: model.numHiddenLayers, dimensions: model.hiddenSize,
      heads: model.numAttentionHeads, innerDimensions: model.intermediateSize,
      vocabulary: model.vocabSize, positions: model.maxPositionEmbeddings, firstPosition: first,
      layerNormEpsilon: model.layerNormEps ?? 1e-12, pooling: try pooling(),
      maximumTokens: min(maximum, model.maxPositionEmbeddings - first), prefixes: try prefixes(),
      normalization: try normalization(lowercasesFirst: sentence?.doLowerCase ?? false))
  }

  private func check(_ model: ModelFiles.Transformer) throws(EncoderError) {
    let path = filePath(Self.configurationFile)
    guard ["bert", Self.roberta].contains(model.modelType ?? "bert") else {
      throw .unsupported(
        path: path, reason: "model_type is \(model.modelType ?? ""), not bert or \(Self.roberta)")
    }
    guard ["gelu", nil].contains(model.hiddenAct) else {
      throw .unsupported(path: path, reason: "hidden_act is \(model.hiddenAct ?? ""), not gelu")
    }
    guard ["absolute", nil].contains(model.positionEmbeddingType) else {
      throw .unsupported(path: path, reason: "position_embedding_type is not absolute")
    }
    // Far above any BERT, and low enough that no product of sizes overflows.
    let sizes = [
      ("hidden_size", model.hiddenSize, 1 << 16),
      ("num_hidden_layers", model.numHiddenLayers, 1 << 10),
      ("num_attention_heads", model.numAttentionHeads, 1 << 10),
      ("intermediate_size", model.intermediateSize, 1 << 18),
      ("vocab_size", model.vocabSize, 1 << 24),
      ("max_position_embeddings", model.maxPositionEmbeddings, 1 << 20),
    ]
    for (name, value, limit) in sizes where value < 1 || value > limit {
      throw .malformed(path: path, reason: "\(name) is \(value)")
    }
    guard model.hiddenSize % model.numAttentionHeads == 0 else {
      throw .malformed(
        path: path, reason: "hidden_size is no multiple of \(model.numAttentionHeads) heads")
    }
    let first = Self.firstPosition(model)
    guard first >= 0, model.maxPositionEmbeddings - first > 1 else {
      throw .malformed(
        path: path, reason: "max_position_embeddings is \(model.maxPositionEmbeddings)")
    }
  }

  private static let roberta = "xlm-roberta"

  private static func firstPosition(_ model: ModelFiles.Transformer) -> Int {
    guard model.modelType == roberta else { return 0 }
    // Beyond any vocabulary it is refused; the sum must not overflow before.
    return min(model.padTokenId ?? 1, 1 << 24) + 1
  }

  /// Refuses a model with steps other than those that `BERTEncoder` does.
  private func checkModules() throws(EncoderError) {
    let known = ["Transformer", "Pooling", "Normalize"]
    for module in try decode([ModelFiles.Module].self, from: Self.modulesFile) ?? [] {
      let name = module.type.split(separator: ".").last.map(String.init) ?? module.type
      guard known.contains(name) else {
        throw .unsupported(path: filePath(Self.modulesFile), reason: "it has a step \(module.type)")
      }
    }
  }

  private func pooling() throws(EncoderError) -> Pooling {
    guard let settings = try decode(ModelFiles.PoolingSettings.self, from: Self.poolingFile) else {
      return .mean
    }
    guard settings.modes.count == 1, let pooling = Pooling(rawValue: settings.modes[0]) else {
      let modes = settings.modes.joined(separator: " and ")
      throw .unsupported(
        path: filePath(Self.poolingFile), reason: "the pooling is \(modes.isEmpty ? "none" : modes)"
      )
    }
    return pooling
  }

  private func prefixes() throws(EncoderError) -> TextPrefixes {
    let settings = try decode(
      ModelFiles.Prompts.self, from: "config_sentence_transformers.json")
    let prompts = settings?.prompts ?? [:]
    let query = prompts["query"]
    let passage = prompts["passage"] ?? prompts["document"]
    guard query != nil || passage != nil else {
      return PublishedModel.named(name)?.prefixes ?? TextPrefixes()
    }
    return TextPrefixes(query: query ?? "", passage: passage ?? "")
  }

  private func normalization(
    lowercasesFirst: Bool
  ) throws(EncoderError) -> TextNormalization {
    let settings = try decode(ModelFiles.Tokenizer.self, from: "tokenizer_config.json")
    let lowercases = settings?.doLowerCase ?? true
    return TextNormalization(
      lowercases: lowercases || lowercasesFirst,
      stripsAccents: settings?.stripAccents ?? lowercases,
      separatesIdeographs: settings?.tokenizeChineseChars ?? true)
  }
}

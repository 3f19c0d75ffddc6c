/// The JSON files of a model's folder, as far as they are used. Keys that are not named here are
/// ignored.
enum ModelFiles {
  /// `config.json`, of Hugging Face's transformers.
  struct Transformer: Decodable {
    var modelType: String?
    var hiddenSize: Int
    var numHiddenLayers: Int
    var numAttentionHeads: Int
    var intermediateSize: Int
    var vocabSize: Int
    var maxPositionEmbeddings: Int
    var layerNormEps: Float?
    var hiddenAct: String?
    var positionEmbeddingType: String?
    var padTokenId: Int?

    private enum CodingKeys: String, CodingKey {
      case modelType = "model_type"
      case hiddenSize = "hidden_size"
      case numHiddenLayers = "num_hidden_layers"
      case numAttentionHeads = "num_attention_heads"
      case intermediateSize = "intermediate_size"
      case vocabSize = "vocab_size"
      case maxPositionEmbeddings = "max_position_embeddings"
      case layerNormEps = "layer_norm_eps"
      case hiddenAct = "hidden_act"
      case positionEmbeddingType = "position_embedding_type"
      case padTokenId = "pad_token_id"
    }
  }

  /// `1_Pooling/config.json`. Until version 5 of sentence-transformers it has a flag a mode, later
  /// the mode's name.
  struct PoolingSettings: Decodable {
    var poolingMode: String?
    var poolingModeClsToken: Bool?
    var poolingModeMeanTokens: Bool?
    var poolingModeMaxTokens: Bool?
    var poolingModeMeanSqrtLenTokens: Bool?
    var poolingModeWeightedmeanTokens: Bool?
    var poolingModeLasttoken: Bool?

    /// The names of the modes that are switched on.
    var modes: [String] {
      if let poolingMode { return [poolingMode] }
      let flags = [
        ("cls", poolingModeClsToken), ("mean", poolingModeMeanTokens),
        ("max", poolingModeMaxTokens), ("mean_sqrt_len", poolingModeMeanSqrtLenTokens),
        ("weightedmean", poolingModeWeightedmeanTokens), ("lasttoken", poolingModeLasttoken),
      ]
      return flags.filter { $0.1 == true }.map(\.0)
    }

    private enum CodingKeys: String, CodingKey {
      case poolingMode = "pooling_mode"
      case poolingModeClsToken = "pooling_mode_cls_token"
      case poolingModeMeanTokens = "pooling_mode_mean_tokens"
      case poolingModeMaxTokens = "pooling_mode_max_tokens"
      case poolingModeMeanSqrtLenTokens = "pooling_mode_mean_sqrt_len_tokens"
      case poolingModeWeightedmeanTokens = "pooling_mode_weightedmean_tokens"
      case poolingModeLasttoken = "pooling_mode_lasttoken"
    }
  }

  /// `sentence_bert_config.json`.
  struct SentenceTransformer: Decodable {
    var maxSeqLength: Int?
    var doLowerCase: Bool?

    private enum CodingKeys: String, CodingKey {
      case maxSeqLength = "max_seq_length"
      case doLowerCase = "do_lower_case"
    }
  }

  /// `config_sentence_transformers.json`.
  struct Prompts: Decodable {
    var prompts: [String: String]?
  }

  /// `tokenizer_config.json`.
  struct Tokenizer: Decodable {
    var doLowerCase: Bool?
    var stripAccents: Bool?
    var tokenizeChineseChars: Bool?

    private enum CodingKeys: String, CodingKey {
      case doLowerCase = "do_lower_case"
      case stripAccents = "strip_accents"
      case tokenizeChineseChars = "tokenize_chinese_chars"
    }
  }

  /// One entry of `modules.json`.
  struct Module: Decodable {
    var type: String
  }
}

/// The JSON files of a model's folder, as far as they are used. Keys that are not named here are ignored.
enum ModelFiles {
  /// `config.json`, of Hugging Face's transformers.
  struct Transformer: Decodable {
    var model_type: String?
    var hidden_size: Int
    var num_hidden_layers: Int
    var num_attention_heads: Int
    var intermediate_size: Int
    var vocab_size: Int
    var max_position_embeddings: Int
    var layer_norm_eps: Float?
    var hidden_act: String?
    var position_embedding_type: String?
  }

  /// `1_Pooling/config.json`. Until version 5 of sentence-transformers it has a flag a mode, later the
  /// mode's name.
  struct PoolingSettings: Decodable {
    var pooling_mode: String?
    var pooling_mode_cls_token: Bool?
    var pooling_mode_mean_tokens: Bool?
    var pooling_mode_max_tokens: Bool?
    var pooling_mode_mean_sqrt_len_tokens: Bool?
    var pooling_mode_weightedmean_tokens: Bool?
    var pooling_mode_lasttoken: Bool?

    /// The names of the modes that are switched on.
    var modes: [String] {
      if let pooling_mode { return [pooling_mode] }
      let flags = [
        ("cls", pooling_mode_cls_token), ("mean", pooling_mode_mean_tokens),
        ("max", pooling_mode_max_tokens), ("mean_sqrt_len", pooling_mode_mean_sqrt_len_tokens),
        ("weightedmean", pooling_mode_weightedmean_tokens), ("lasttoken", pooling_mode_lasttoken),
      ]
      return flags.filter { $0.1 == true }.map(\.0)
    }
  }

  /// `sentence_bert_config.json`.
  struct SentenceTransformer: Decodable {
    var max_seq_length: Int?
    var do_lower_case: Bool?
  }

  /// `config_sentence_transformers.json`.
  struct Prompts: Decodable {
    var prompts: [String: String]?
  }

  /// `tokenizer_config.json`.
  struct Tokenizer: Decodable {
    var do_lower_case: Bool?
    var strip_accents: Bool?
    var tokenize_chinese_chars: Bool?
  }

  /// One entry of `modules.json`.
  struct Module: Decodable {
    var type: String
  }
}

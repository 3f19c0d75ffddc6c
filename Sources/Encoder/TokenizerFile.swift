internal import Foundation

/// `tokenizer.json`, of Hugging Face's tokenizers, as far as it is used.
struct TokenizerFile: Decodable {
  struct Model: Decodable {
    var type: String?
    var unknown: Int32?
    var vocabulary: [Piece]

    private enum CodingKeys: String, CodingKey {
      case type
      case unknown = "unk_id"
      case vocabulary = "vocab"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      type = try container.decodeIfPresent(String.self, forKey: .type)
      unknown = try container.decodeIfPresent(Int32.self, forKey: .unknown)
      // Other types have vocabularies of other forms, and are refused for their type.
      vocabulary =
        type ?? "Unigram" == "Unigram"
        ? try container.decode([Piece].self, forKey: .vocabulary) : []
    }
  }

  /// An entry of the vocabulary: `["▁the", -3.5]`.
  struct Piece: Decodable {
    var text: String
    var score: Double

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      text = try container.decode(String.self)
      score = try container.decode(Double.self)
    }
  }

  struct AddedToken: Decodable {
    var id: Int32
    var content: String
  }

  /// A step before the vocabulary is used, or several.
  struct Step: Decodable {
    var type: String
    var charsmap: String?
    var normalizers: [Step]?
    var pretokenizers: [Step]?
    var prependScheme: String?
    var addsPrefixSpace: Bool?

    private enum CodingKeys: String, CodingKey {
      case type, normalizers, pretokenizers
      case charsmap = "precompiled_charsmap"
      case prependScheme = "prepend_scheme"
      case addsPrefixSpace = "add_prefix_space"
    }

    /// The step itself where it is a single one, else those that it consists of.
    var parts: [Step] {
      type == "Sequence" ? (normalizers ?? pretokenizers ?? []).flatMap(\.parts) : [self]
    }
  }

  var model: Model
  var addedTokens: [AddedToken]?
  var normalizer: Step?
  var preTokenizer: Step?

  private enum CodingKeys: String, CodingKey {
    case model, normalizer
    case addedTokens = "added_tokens"
    case preTokenizer = "pre_tokenizer"
  }
}

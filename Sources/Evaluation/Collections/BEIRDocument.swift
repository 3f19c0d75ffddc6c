/// A document of a BEIR collection: a line of `corpus.jsonl`.
public struct BEIRDocument: Sendable, Hashable, Decodable {
  /// Its name in qrels and runs.
  public var id: String
  /// Empty where the collection has no titles.
  public var title: String
  /// Its body.
  public var text: String

  /// A document of these parts.
  public init(id: String, title: String, text: String) {
    self.id = id
    self.title = title
    self.text = text
  }

  /// - Throws: `DecodingError` where a key is missing or holds something else.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    title = try container.decodeIfPresent(String.self, forKey: .title) ?? ""
    text = try container.decode(String.self, forKey: .text)
  }

  enum CodingKeys: String, CodingKey {
    case title, text
    case id = "_id"
  }
}

/// A query of a BEIR collection: a line of `queries.jsonl`.
public struct BEIRQuery: Sendable, Hashable, Decodable {
  public var id: String
  public var text: String

  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }

  enum CodingKeys: String, CodingKey {
    case text
    case id = "_id"
  }
}

/// A query of a BEIR collection: a line of `queries.jsonl`.
public struct BEIRQuery: Sendable, Hashable, Decodable {
  /// Its name in qrels and runs.
  public var id: String
  /// As it is asked.
  public var text: String

  /// A query of these parts.
  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }

  enum CodingKeys: String, CodingKey {
    case text
    case id = "_id"
  }
}

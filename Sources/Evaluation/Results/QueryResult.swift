/// What one query scored.
public struct QueryResult: Sendable, Hashable, Codable {
  /// Name of the query.
  public var id: String
  /// The sort of question; empty where the collection knows none.
  public var kind: String
  /// The value of each measure, keyed by its name.
  public var values: [String: Double]
  /// Whether the system returned anything. Without it the values are 0.
  public var isAnswered: Bool

  /// What a query scored.
  public init(id: String, kind: String, values: [String: Double], isAnswered: Bool = true) {
    self.id = id
    self.kind = kind
    self.values = values
    self.isAnswered = isAnswered
  }

  enum CodingKeys: String, CodingKey {
    case id, kind, values
    case isAnswered = "answered"
  }
}

/// The answer to a question of a batch that could not be asked.
public struct FailedQuestionJSON: Encodable, Sendable {
  let id: String?
  let query: String?
  let error: String
  let hits: [HitJSON] = []

  public init(id: String?, query: String?, error: String) {
    self.id = id
    self.query = query
    self.error = error
  }

  enum CodingKeys: String, CodingKey { case query, id, error, hits }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(query, forKey: .query)
    try container.encode(id, forKey: .id)
    try container.encode(error, forKey: .error)
    try container.encode(hits, forKey: .hits)
  }
}

/// The answer to a question of a batch that could not be asked.
public struct FailedQuestionJSON: Codable, Sendable, Hashable {
  /// The question, where the line has one.
  public var query: String?
  /// Its name in the batch.
  public var id: String?
  /// What is wrong, in one line.
  public var error: String
  /// Empty, so that such a line can be read as an answer without hits.
  public private(set) var hits: [HitJSON] = []

  /// - Parameters:
  ///   - id: Its name in the batch.
  ///   - query: The question, where the line has one.
  ///   - error: What is wrong, in one line.
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

/// The answer to a question, as `ask --format json` and the HTTP API give it, and as it is read back.
///
///     let text = try JSONLine.encode(AskJSON(answer))
///     let same = try JSONDecoder().decode(AskJSON.self, from: Data(text.utf8))
///
/// `docs/json.md` names the keys.
public struct AskJSON: Codable, Sendable, Hashable {
  /// The question as it was asked.
  public var query: String
  /// The id that a batch gave the question.
  public var id: String?
  /// What answered.
  public var mode: SearchMode
  /// Time from the parsed question to the hits; hundredths of a millisecond at the finest.
  public var milliseconds: Double
  /// Estimate of the probability that the knowledge base answers, 0 ... 1; `nil` without meaning.
  public var answerable: Double?
  /// What the answer comes from.
  public var index: IndexJSON
  /// Words that were not found, and those that were looked up instead.
  public var corrections: [String: String]
  /// Legs that failed, citations that no longer hold, one line each.
  public var warnings: [String]
  /// The passages, best first.
  public var hits: [HitJSON]

  /// What is shown of `response`.
  ///
  /// - Parameters:
  ///   - response: What a search found.
  ///   - id: The question's name in a batch.
  public init(_ response: SearchResponse, id: String? = nil) {
    query = response.query.original
    self.id = id
    mode = response.mode
    milliseconds = (response.milliseconds * 100).rounded() / 100
    answerable = response.answerable
    index = IndexJSON(response.index)
    corrections = response.corrections
    warnings = response.warnings
    hits = response.hits.map(HitJSON.init)
  }

  enum CodingKeys: String, CodingKey {
    case query, id, mode
    case milliseconds = "took_ms"
    case answerable, index, corrections, warnings, hits
  }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(query, forKey: .query)
    try container.encode(id, forKey: .id)
    try container.encode(mode, forKey: .mode)
    try container.encode(milliseconds, forKey: .milliseconds)
    try container.encode(answerable, forKey: .answerable)
    try container.encode(index, forKey: .index)
    try container.encode(corrections, forKey: .corrections)
    try container.encode(warnings, forKey: .warnings)
    try container.encode(hits, forKey: .hits)
  }
}

/// The answer to a question, as `ask --format json` prints it.
public struct AskJSON: Encodable, Sendable {
  let query: String
  /// The id that a batch gave the question.
  let id: String?
  let mode: String
  let tookMs: Double
  let answerable: Double?
  let index: IndexJSON
  let corrections: [String: String]
  let warnings: [String]
  let hits: [HitJSON]

  public init(_ response: SearchResponse, id: String? = nil) {
    query = response.query.original
    self.id = id
    mode = response.mode.rawValue
    tookMs = (response.milliseconds * 100).rounded() / 100
    answerable = response.answerable
    index = IndexJSON(response.index)
    corrections = response.corrections
    warnings = response.warnings
    hits = response.hits.map(HitJSON.init)
  }

  enum CodingKeys: String, CodingKey {
    case query, id, mode
    case tookMs = "took_ms"
    case answerable, index, corrections, warnings, hits
  }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(query, forKey: .query)
    try container.encode(id, forKey: .id)
    try container.encode(mode, forKey: .mode)
    try container.encode(tookMs, forKey: .tookMs)
    try container.encode(answerable, forKey: .answerable)
    try container.encode(index, forKey: .index)
    try container.encode(corrections, forKey: .corrections)
    try container.encode(warnings, forKey: .warnings)
    try container.encode(hits, forKey: .hits)
  }
}

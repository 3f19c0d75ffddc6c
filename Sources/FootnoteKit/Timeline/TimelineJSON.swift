/// A timeline, as `timeline --format json` prints it and as it is read back. `docs/json.md` names the keys.
public struct TimelineJSON: Codable, Sendable, Hashable {
  /// The question; `nil` for a timeline of documents.
  public var query: String?
  /// Estimate of the probability that the knowledge base answers, 0 ... 1; `nil` without meaning.
  public var answerable: Double?
  /// Words that were not found, and those that were looked up instead.
  public var corrections: [String: String]
  /// By first day; of equal ones the longer span first.
  public var entries: [TimelineEntryJSON]
  /// What would belong here and has no date: citations of passages, without a question paths of documents.
  public var undated: [String]
  /// Number of entries beyond the limit.
  public var omitted: Int
  /// Number of passages that were found and do not reach the least score.
  public var weak: Int
  /// What is missing from the answer, one line each.
  public var warnings: [String]

  /// What is shown of `timeline`.
  public init(_ timeline: Timeline) {
    query = timeline.question
    answerable = timeline.answerable
    corrections = timeline.corrections
    entries = timeline.entries.map(TimelineEntryJSON.init)
    undated = timeline.undated
    omitted = timeline.omitted
    weak = timeline.weak
    warnings = timeline.warnings
  }

  enum CodingKeys: String, CodingKey {
    case query, answerable, corrections, entries, undated, omitted, weak, warnings
  }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(query, forKey: .query)
    try container.encode(answerable, forKey: .answerable)
    try container.encode(corrections, forKey: .corrections)
    try container.encode(entries, forKey: .entries)
    try container.encode(undated, forKey: .undated)
    try container.encode(omitted, forKey: .omitted)
    try container.encode(weak, forKey: .weak)
    try container.encode(warnings, forKey: .warnings)
  }
}

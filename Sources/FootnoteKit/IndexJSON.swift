/// The part `index` of an answer: what it comes from.
public struct IndexJSON: Codable, Sendable, Hashable {
  /// Number of documents.
  public var documents: Int
  /// Number of passages.
  public var passages: Int
  /// Name of the model whose vectors are used.
  public var model: String?
  /// Share of the passages that have a vector, 0 ... 1.
  public var embedded: Double
  /// Number of files that have changed since they were indexed; `nil` where nobody looked.
  public var stale: Int?

  init(_ summary: IndexSummary) {
    documents = summary.documents
    passages = summary.passages
    model = summary.model
    embedded = summary.embedded
    stale = summary.stale
  }

  enum CodingKeys: String, CodingKey {
    case documents, passages, model, embedded, stale
  }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(documents, forKey: .documents)
    try container.encode(passages, forKey: .passages)
    try container.encode(model, forKey: .model)
    try container.encode(embedded, forKey: .embedded)
    try container.encode(stale, forKey: .stale)
  }
}

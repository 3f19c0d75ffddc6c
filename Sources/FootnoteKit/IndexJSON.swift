/// The part `index` of an answer.
public struct IndexJSON: Encodable, Sendable {
  let documents: Int
  let passages: Int
  let model: String?
  let embedded: Double
  let stale: Int?

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

  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(documents, forKey: .documents)
    try container.encode(passages, forKey: .passages)
    try container.encode(model, forKey: .model)
    try container.encode(embedded, forKey: .embedded)
    try container.encode(stale, forKey: .stale)
  }
}

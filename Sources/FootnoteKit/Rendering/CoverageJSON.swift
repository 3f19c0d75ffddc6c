/// How much an index holds of one layer, type, year or language, as JSON shows it.
public struct CoverageJSON: Codable, Sendable, Hashable {
  /// What documents are counted by.
  public var dimension: Coverage.Dimension
  /// Of the layer, type, year or language; `nil` for documents that have none.
  public var name: String?
  /// Number of documents.
  public var documents: Int
  /// Number of their passages.
  public var passages: Int
  /// Number of the parts of their text between spaces, markup aside.
  public var words: Int
  /// Share of the passages that have a vector, 0 ... 1.
  public var embedded: Double
  /// Number of documents that have a date.
  public var dated: Int
  /// Number of documents that have none.
  public var undated: Int

  init(_ row: Coverage.Row) {
    dimension = row.dimension
    name = row.name
    documents = row.documents
    passages = row.passages
    words = row.words
    embedded = row.embedded
    dated = row.dated
    undated = row.undated
  }

  enum CodingKeys: String, CodingKey {
    case name, documents, passages, words, embedded, dated, undated
    case dimension = "by"
  }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(dimension, forKey: .dimension)
    try container.encode(name, forKey: .name)
    try container.encode(documents, forKey: .documents)
    try container.encode(passages, forKey: .passages)
    try container.encode(words, forKey: .words)
    try container.encode(embedded, forKey: .embedded)
    try container.encode(dated, forKey: .dated)
    try container.encode(undated, forKey: .undated)
  }
}

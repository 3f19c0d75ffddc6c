/// What an index holds, as `status --format json` prints it.
public struct StatusJSON: Encodable, Sendable {
  struct SkippedJSON: Encodable, Sendable {
    let path: String
    let reason: String
  }

  struct CoverageJSON: Encodable, Sendable {
    let row: Coverage.Row

    enum CodingKeys: String, CodingKey {
      case by, name, documents, passages, words, embedded, dated, undated
    }

    func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(row.dimension.rawValue, forKey: .by)
      try container.encode(row.name, forKey: .name)
      try container.encode(row.documents, forKey: .documents)
      try container.encode(row.passages, forKey: .passages)
      try container.encode(row.words, forKey: .words)
      try container.encode(row.embedded, forKey: .embedded)
      try container.encode(row.dated, forKey: .dated)
      try container.encode(row.undated, forKey: .undated)
    }
  }

  private let root: String
  private let index: String
  private let status: IndexStatus

  public init(_ status: IndexStatus, of session: Session) {
    self.status = status
    root = session.knowledgeBase.root
    index = session.folder.path
  }

  enum CodingKeys: String, CodingKey {
    case root, index, documents, passages, layers, types, years, languages, coverage, model
    case embedded, stale, bytes, skipped, issues
    case unresolvedSources = "unresolved_sources"
    case unresolvedLinks = "unresolved_links"
  }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(root, forKey: .root)
    try container.encode(index, forKey: .index)
    try container.encode(status.documents, forKey: .documents)
    try container.encode(status.passages, forKey: .passages)
    try container.encode(status.layers, forKey: .layers)
    try container.encode(status.types, forKey: .types)
    try container.encode(status.years, forKey: .years)
    try container.encode(status.languages, forKey: .languages)
    try container.encode(status.coverage.rows.map(CoverageJSON.init), forKey: .coverage)
    try container.encode(status.model?.name, forKey: .model)
    try container.encode(status.embedded, forKey: .embedded)
    try container.encode(status.stale, forKey: .stale)
    try container.encode(status.bytes, forKey: .bytes)
    let skipped = status.skipped.map { SkippedJSON(path: $0.path, reason: $0.reason) }
    try container.encode(skipped, forKey: .skipped)
    try container.encode(status.issues, forKey: .issues)
    try container.encode(status.unresolvedSources, forKey: .unresolvedSources)
    try container.encode(status.unresolvedLinks, forKey: .unresolvedLinks)
  }
}

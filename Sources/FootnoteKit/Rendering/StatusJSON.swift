/// What an index holds, as `status --format json` prints it and as it is read back. `docs/json.md` names the
/// keys.
public struct StatusJSON: Codable, Sendable, Hashable {
  /// A file that is not indexed.
  public struct SkippedJSON: Codable, Sendable, Hashable {
    /// Of the file.
    public var path: String
    /// Why, in one line.
    public var reason: String
  }

  /// Folder of the knowledge base.
  public var root: String
  /// Folder of the index.
  public var index: String
  /// Number of documents.
  public var documents: Int
  /// Number of passages.
  public var passages: Int
  /// Number of documents by layer.
  public var layers: [String: Int]
  /// Number of documents by type.
  public var types: [String: Int]
  /// Number of documents by the year of their date, those without one left out.
  public var years: [String: Int]
  /// Number of documents by the language that their front matter names, the others left out.
  public var languages: [String: Int]
  /// The same in more detail.
  public var coverage: [CoverageJSON]
  /// Name of the model whose vectors the index holds.
  public var model: String?
  /// Share of the passages that have a vector, 0 ... 1.
  public var embedded: Double
  /// Number of files that have changed since they were indexed.
  public var stale: Int
  /// Size of the index.
  public var bytes: Int
  /// Files that are not indexed.
  public var skipped: [SkippedJSON]
  /// What could not be taken as written in a document, one line each.
  public var issues: [String]
  /// Number of entries of `sources:` that lead to no file, or to several.
  public var unresolvedSources: Int
  /// Number of such links.
  public var unresolvedLinks: Int

  /// What is shown of `status`, the state of the index of `session`.
  public init(_ status: IndexStatus, of session: Session) {
    root = session.knowledgeBase.root
    index = session.folder.path
    documents = status.documents
    passages = status.passages
    layers = status.layers
    types = status.types
    years = status.years
    languages = status.languages
    coverage = status.coverage.rows.map(CoverageJSON.init)
    model = status.model?.name
    embedded = status.embedded
    stale = status.stale
    bytes = status.bytes
    skipped = status.skipped.map { SkippedJSON(path: $0.path, reason: $0.reason) }
    issues = status.issues
    unresolvedSources = status.unresolvedSources
    unresolvedLinks = status.unresolvedLinks
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
    try container.encode(documents, forKey: .documents)
    try container.encode(passages, forKey: .passages)
    try container.encode(layers, forKey: .layers)
    try container.encode(types, forKey: .types)
    try container.encode(years, forKey: .years)
    try container.encode(languages, forKey: .languages)
    try container.encode(coverage, forKey: .coverage)
    try container.encode(model, forKey: .model)
    try container.encode(embedded, forKey: .embedded)
    try container.encode(stale, forKey: .stale)
    try container.encode(bytes, forKey: .bytes)
    try container.encode(skipped, forKey: .skipped)
    try container.encode(issues, forKey: .issues)
    try container.encode(unresolvedSources, forKey: .unresolvedSources)
    try container.encode(unresolvedLinks, forKey: .unresolvedLinks)
  }
}

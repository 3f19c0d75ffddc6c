/// The sources for a concept, as `sources --format json` prints them and as they are read back.
/// `docs/json.md` names the keys.
public struct SourcesJSON: Codable, Sendable, Hashable {
  /// One source.
  public struct SourceJSON: Codable, Sendable, Hashable {
    /// Path of the source.
    public var path: String
    /// Day of the source.
    public var date: CalendarDate?
    /// Title of the source.
    public var title: String
    /// Strongest first, at least one.
    public var evidence: [Evidence]
    /// How surely it is a source, 0 ... 1.
    public var score: Double
    /// Its best passages for the concept.
    public var passages: [HitJSON]
    /// Address that opens the place, where the JSON was made with `--link`.
    public var link: String?

    init(_ source: ConceptSource) {
      path = source.document.path
      date = source.document.date
      title = source.document.title
      evidence = source.evidence
      score = source.score.sixDecimals
      passages = source.passages.map(HitJSON.init)
    }

    enum CodingKeys: String, CodingKey { case path, date, title, evidence, score, passages, link }

    /// Absent values are written as `null`, since others read these keys.
    public func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(path, forKey: .path)
      try container.encodeIfPresent(link ?? encoder.link(to: path), forKey: .link)
      try container.encode(date, forKey: .date)
      try container.encode(title, forKey: .title)
      try container.encode(evidence, forKey: .evidence)
      try container.encode(score, forKey: .score)
      try container.encode(passages, forKey: .passages)
    }
  }

  /// A declared source that leads to several files.
  public struct AmbiguousJSON: Codable, Sendable, Hashable {
    /// As written.
    public var reference: String
    /// Paths of the files that fit.
    public var candidates: [String]
  }

  /// Title of the page, else the words that were given.
  public var concept: String
  /// Path of the concept's page.
  public var page: String?
  /// Paths of other pages that the name fits.
  public var alternatives: [String]
  /// Declared sources that lead to no file, or to several, as written.
  public var unresolved: [String]
  /// Those of `unresolved` that lead to several files.
  public var ambiguous: [AmbiguousJSON]
  /// What is missing from the answer, one line each.
  public var warnings: [String]
  /// Best first.
  public var sources: [SourceJSON]

  /// What is shown of `result`.
  public init(_ result: ConceptSources) {
    concept = result.concept
    page = result.page?.path
    alternatives = result.alternatives
    unresolved = result.unresolved.map(\.reference)
    ambiguous = result.unresolved.filter { !$0.candidates.isEmpty }
      .map { AmbiguousJSON(reference: $0.reference, candidates: $0.candidates) }
    warnings = result.warnings
    sources = result.sources.map(SourceJSON.init)
  }

  enum CodingKeys: String, CodingKey {
    case concept, page, alternatives, unresolved, ambiguous, warnings, sources
  }

  /// Absent values are written as `null`, since others read these keys.
  public func encode(to encoder: any Swift.Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(concept, forKey: .concept)
    try container.encode(page, forKey: .page)
    try container.encode(alternatives, forKey: .alternatives)
    try container.encode(unresolved, forKey: .unresolved)
    try container.encode(ambiguous, forKey: .ambiguous)
    try container.encode(warnings, forKey: .warnings)
    try container.encode(sources, forKey: .sources)
  }
}

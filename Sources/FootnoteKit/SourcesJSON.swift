/// The sources for a concept, as `sources --format json` prints them.
public struct SourcesJSON: Encodable, Sendable {
  struct SourceJSON: Encodable, Sendable {
    let path: String
    let date: String?
    let title: String
    let evidence: [String]
    let score: Double
    let passages: [HitJSON]

    func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(path, forKey: .path)
      try container.encodeIfPresent(encoder.link(to: path), forKey: .link)
      try container.encode(date, forKey: .date)
      try container.encode(title, forKey: .title)
      try container.encode(evidence, forKey: .evidence)
      try container.encode(score, forKey: .score)
      try container.encode(passages, forKey: .passages)
    }

    enum CodingKeys: String, CodingKey { case path, date, title, evidence, score, passages, link }
  }

  struct UnresolvedJSON: Encodable, Sendable {
    let reference: String
    let candidates: [String]
  }

  let concept: String
  let page: String?
  let alternatives: [String]
  let unresolved: [String]
  let ambiguous: [UnresolvedJSON]
  let warnings: [String]
  let sources: [SourceJSON]

  public init(_ result: ConceptSources) {
    concept = result.concept
    page = result.page?.path
    alternatives = result.alternatives
    unresolved = result.unresolved.map(\.reference)
    ambiguous = result.unresolved.filter { !$0.candidates.isEmpty }
      .map { UnresolvedJSON(reference: $0.reference, candidates: $0.candidates) }
    warnings = result.warnings
    sources = result.sources.map { source in
      SourceJSON(
        path: source.document.path, date: source.document.date?.description,
        title: source.document.title, evidence: source.evidence.map(\.rawValue),
        score: (source.score * 1e6).rounded() / 1e6, passages: source.passages.map(HitJSON.init))
    }
  }

  enum CodingKeys: String, CodingKey {
    case concept, page, alternatives, unresolved, ambiguous, warnings, sources
  }

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

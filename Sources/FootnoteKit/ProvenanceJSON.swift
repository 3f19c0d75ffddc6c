/// The statements of a page with their sources, as `provenance --format json` prints them.
public struct ProvenanceJSON: Encodable, Sendable {
  struct SupportJSON: Encodable, Sendable {
    let support: Support

    enum CodingKeys: String, CodingKey { case support, evidence, hit }

    func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(rounded(support.score), forKey: .support)
      try container.encode(support.evidence.map(\.rawValue), forKey: .evidence)
      try container.encode(HitJSON(support.hit), forKey: .hit)
    }
  }

  struct StatementJSON: Encodable, Sendable {
    let text: String
    let citation: String
    let lines: [Int]
    let bytes: [Int]
    let headings: [String]
    let supported: Bool
    let support: Double
    let sources: [SupportJSON]
    let summaries: [SupportJSON]
    let broken: [String]
    private let page: String

    init(_ found: SupportedStatement, page: String) {
      let statement = found.statement
      self.page = page
      text = statement.text
      citation = Citation(path: page, lines: statement.lines, bytes: statement.bytes).description
      lines = [statement.lines.lowerBound, statement.lines.upperBound]
      bytes = [statement.bytes.lowerBound, statement.bytes.upperBound]
      headings = statement.headings
      supported = found.isSupported
      support = rounded(found.support)
      sources = found.sources.map(SupportJSON.init)
      summaries = found.summaries.map(SupportJSON.init)
      broken = found.broken.map(\.description)
    }

    enum CodingKeys: String, CodingKey {
      case text, citation, lines, bytes, headings, supported, support, sources, summaries, broken
      case link
    }

    func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(text, forKey: .text)
      try container.encode(citation, forKey: .citation)
      try container.encode(lines, forKey: .lines)
      try container.encode(bytes, forKey: .bytes)
      try container.encode(headings, forKey: .headings)
      try container.encode(supported, forKey: .supported)
      try container.encode(support, forKey: .support)
      try container.encode(sources, forKey: .sources)
      try container.encode(summaries, forKey: .summaries)
      try container.encode(broken, forKey: .broken)
      try container.encodeIfPresent(encoder.link(to: page, line: lines.first), forKey: .link)
    }
  }

  let page: String
  let title: String
  let warnings: [String]
  let statements: [StatementJSON]

  public init(_ result: Provenance) {
    page = result.page.path
    title = result.page.title
    warnings = result.warnings
    statements = result.statements.map { StatementJSON($0, page: result.page.path) }
  }
}

/// Six decimals: more are noise that changes between processors.
private func rounded(_ value: Double) -> Double {
  (value * 1e6).rounded() / 1e6
}

/// The statements of a page with their sources, as `provenance --format json` prints them and as they are
/// read back. `docs/json.md` names the keys.
public struct ProvenanceJSON: Codable, Sendable, Hashable {
  /// A passage that bears on a statement.
  public struct SupportJSON: Codable, Sendable, Hashable {
    /// Estimate of the probability that the passage says what the statement says, 0 ... 1.
    public var support: Double
    /// Why the passage was looked at, strongest first.
    public var evidence: [Support.Evidence]
    /// The passage.
    public var hit: HitJSON

    init(_ support: Support) {
      self.support = support.score.sixDecimals
      evidence = support.evidence
      hit = HitJSON(support.hit)
    }
  }

  /// A statement of the page.
  public struct StatementJSON: Codable, Sendable, Hashable {
    /// Without markup and without links to lines.
    public var text: String
    /// Of the statement itself.
    public var citation: Citation
    /// First and last line, from 1.
    public var lines: ClosedRange<Int>
    /// Bytes of the file, half-open.
    public var bytes: Range<Int>
    /// Headings that it stands under, outermost first.
    public var headings: [String]
    /// Whether a source says the same.
    public var isSupported: Bool
    /// Of the best source, 0 ... 1.
    public var support: Double
    /// Raw passages, best first.
    public var sources: [SupportJSON]
    /// Passages of source summaries, best first.
    public var summaries: [SupportJSON]
    /// Lines that it links to and that hold no text of an indexed file.
    public var broken: [Citation]
    /// Address that opens the place, where the JSON was made with `--link`.
    public var link: String?

    init(_ found: SupportedStatement, page: String) {
      let statement = found.statement
      text = statement.text
      citation = Citation(path: page, lines: statement.lines, bytes: statement.bytes)
      lines = statement.lines
      bytes = statement.bytes
      headings = statement.headings
      isSupported = found.isSupported
      support = found.support.sixDecimals
      sources = found.sources.map(SupportJSON.init)
      summaries = found.summaries.map(SupportJSON.init)
      broken = found.broken
    }

    enum CodingKeys: String, CodingKey {
      case text, citation, lines, bytes, headings, support, sources, summaries, broken
      case link
      case isSupported = "supported"
    }

    /// With a key `link` only where there is one.
    public func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(text, forKey: .text)
      try container.encode(citation, forKey: .citation)
      try container.encode(lines, forKey: .lines)
      try container.encode(bytes, forKey: .bytes)
      try container.encode(headings, forKey: .headings)
      try container.encode(isSupported, forKey: .isSupported)
      try container.encode(support, forKey: .support)
      try container.encode(sources, forKey: .sources)
      try container.encode(summaries, forKey: .summaries)
      try container.encode(broken, forKey: .broken)
      let link = link ?? encoder.link(to: citation.path, line: lines.lowerBound)
      try container.encodeIfPresent(link, forKey: .link)
    }
  }

  /// Path of the page.
  public var page: String
  /// Title of the page.
  public var title: String
  /// What is missing from the answer, one line each.
  public var warnings: [String]
  /// What the page says, in its order.
  public var statements: [StatementJSON]

  /// What is shown of `result`.
  public init(_ result: Provenance) {
    page = result.page.path
    title = result.page.title
    warnings = result.warnings
    statements = result.statements.map { StatementJSON($0, page: result.page.path) }
  }
}

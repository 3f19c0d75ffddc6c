/// Neighbours of a page or passage, as `related --format json` prints them and as they are read back.
/// `docs/json.md` names the keys.
public struct RelatedJSON: Codable, Sendable, Hashable {
  /// One neighbour.
  public struct NeighbourJSON: Codable, Sendable, Hashable {
    /// Path of the neighbour.
    public var path: String
    /// Title of the neighbour.
    public var title: String
    /// Layer of the neighbour.
    public var layer: String
    /// Type of the neighbour.
    public var type: String
    /// Day of the neighbour.
    public var date: CalendarDate?
    /// How it is connected.
    public var relations: [RelatedDocument.Relation]
    /// Of the closest pair of passages, -1 ... 1; `nil` without vectors.
    public var cosine: Double?
    /// 0 ... 1
    public var score: Double
    /// The neighbour's passage that is closest in meaning.
    public var citation: Citation?
    /// Address that opens the place, where the JSON was made with `--link`.
    public var link: String?

    init(_ neighbour: RelatedDocument) {
      let document = neighbour.document
      path = document.path
      title = document.title
      layer = document.layer
      type = document.type
      date = document.date
      relations = neighbour.relations
      cosine = neighbour.cosine?.sixDecimals
      score = neighbour.score.sixDecimals
      citation = neighbour.citation
    }

    enum CodingKeys: String, CodingKey {
      case path, title, layer, type, date, relations, cosine, score, citation, link
    }

    /// Absent values are written as `null`, since others read these keys.
    public func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(path, forKey: .path)
      let link = link ?? encoder.link(to: path, line: citation?.lines.lowerBound)
      try container.encodeIfPresent(link, forKey: .link)
      try container.encode(title, forKey: .title)
      try container.encode(layer, forKey: .layer)
      try container.encode(type, forKey: .type)
      try container.encode(date, forKey: .date)
      try container.encode(relations, forKey: .relations)
      try container.encode(cosine, forKey: .cosine)
      try container.encode(score, forKey: .score)
      try container.encode(citation, forKey: .citation)
    }
  }

  /// Path of the page that was named, or of the passage's document.
  public var path: String
  /// Title of that document.
  public var title: String
  /// What is missing from the answer, one line each.
  public var warnings: [String]
  /// The neighbours, best first.
  public var related: [NeighbourJSON]

  /// What is shown of `result`.
  public init(_ result: RelatedDocuments) {
    path = result.target.path
    title = result.target.title
    warnings = result.warnings
    related = result.neighbours.map(NeighbourJSON.init)
  }
}

/// Neighbours of a page or passage, as `related --format json` prints them.
public struct RelatedJSON: Encodable, Sendable {
  struct NeighbourJSON: Encodable, Sendable {
    let neighbour: RelatedDocument

    enum CodingKeys: String, CodingKey {
      case path, title, layer, type, date, relations, cosine, score, citation, link
    }

    func encode(to encoder: any Swift.Encoder) throws {
      let document = neighbour.document
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(document.path, forKey: .path)
      let line = neighbour.citation?.lines.lowerBound
      try container.encodeIfPresent(encoder.link(to: document.path, line: line), forKey: .link)
      try container.encode(document.title, forKey: .title)
      try container.encode(document.layer, forKey: .layer)
      try container.encode(document.type, forKey: .type)
      try container.encode(document.date?.description, forKey: .date)
      try container.encode(neighbour.relations.map(\.rawValue), forKey: .relations)
      try container.encode(neighbour.cosine.map(Self.rounded), forKey: .cosine)
      try container.encode(Self.rounded(neighbour.score), forKey: .score)
      try container.encode(neighbour.citation?.description, forKey: .citation)
    }

    private static func rounded(_ value: Double) -> Double {
      (value * 1e6).rounded() / 1e6
    }
  }

  let path: String
  let title: String
  let warnings: [String]
  let related: [NeighbourJSON]

  public init(_ result: RelatedDocuments) {
    path = result.target.path
    title = result.target.title
    warnings = result.warnings
    related = result.neighbours.map(NeighbourJSON.init)
  }
}

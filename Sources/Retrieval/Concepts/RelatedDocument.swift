/// A neighbour of a page or passage.
public struct RelatedDocument: Sendable, Hashable {
  /// How a neighbour is connected.
  public enum Relation: String, Sendable, Hashable, Codable, CaseIterable {
    /// The page links to it or declares it as a source.
    case linked
    /// It links to the page or declares it as a source.
    case backlink
    /// It declares a source that the page declares too.
    case sharedSource
    /// It is close in meaning.
    case similar
  }

  /// The neighbour.
  public var document: DocumentSummary
  /// In the order of `Relation.allCases`.
  public var relations: [Relation]
  /// Cosine of the closest pair of passages; `nil` without vectors.
  public var cosine: Double?
  /// 0 ... 1; neighbours are ordered by it.
  public var score: Double
  /// Its passage that is closest in meaning.
  public var citation: Citation?
}

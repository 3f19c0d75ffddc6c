/// A source for a concept.
public struct ConceptSource: Sendable, Hashable {
  /// The source.
  public var document: DocumentSummary
  /// Strongest first, at least one.
  public var evidence: [Evidence]
  /// How surely it is a source for the concept, 0 ... 1; sources are ordered by it.
  public var score: Double
  /// Its best passages for the concept, best first.
  public var passages: [Hit]
}

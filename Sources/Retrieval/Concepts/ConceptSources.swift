/// Every source for a concept.
public struct ConceptSources: Sendable, Hashable {
  /// What was asked for, or the title of the page that it names.
  public var concept: String
  /// The page of the concept; `nil` where the knowledge base has none, and evidence is then in the
  /// sources' text alone.
  public var page: DocumentSummary?
  /// Other pages that the name fits as well.
  public var alternatives: [String]
  /// Best first.
  public var sources: [ConceptSource]
  /// Sources that the page declares and that lead to no file, or to several.
  public var unresolved: [UnresolvedSource]
  /// Legs that failed and citations that no longer hold, one line each.
  public var warnings: [String]
}

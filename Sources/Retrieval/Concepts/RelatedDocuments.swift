/// The neighbours of a page or passage.
public struct RelatedDocuments: Sendable, Hashable {
  /// The page that was named, or the passage's document.
  public var target: DocumentSummary
  /// Best first.
  public var neighbours: [RelatedDocument]
  /// What is missing, one line each.
  public var warnings: [String]
}

/// The statements of a page, each followed to the sources that it rests on.
public struct Provenance: Sendable, Hashable {
  /// The page that was named.
  public var page: DocumentSummary
  /// In the order of the page.
  public var statements: [SupportedStatement]
  /// A leg that could not be used, passages that have changed.
  public var warnings: [String]
}

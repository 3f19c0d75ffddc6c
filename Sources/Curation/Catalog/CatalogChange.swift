/// A row in which the index differs from the pages.
public struct CatalogChange: Sendable, Hashable {
  /// In what way a row and its page differ.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A page has no row.
    case missing
    /// A row has no page.
    case dead
    /// A row says something else than its page.
    case differs
    /// A row stands in the section of another kind.
    case misplaced
  }

  /// In what way they differ.
  public let kind: Kind
  /// The heading of the section.
  public let section: String
  /// The page, relative to the root; of a row without one, what its link names.
  public let page: String
  /// Line of the row in the index as it is.
  public let line: Int?
  /// The row as it is.
  public let old: String?
  /// The row as it is to be.
  public let new: String?
  /// What differs, for people.
  public let reason: String
}

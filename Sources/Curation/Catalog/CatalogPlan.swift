public import Corpus

/// What the index of a wiki is to be, and in what it differs from what it is.
public struct CatalogPlan: Sendable, Hashable {
  /// Of the index, relative to the root.
  public let path: String
  /// The bytes of the file; `nil` where there is none.
  public let original: [UInt8]?
  /// What is to be written.
  public let contents: [UInt8]
  /// In the order of the file.
  public let changes: [CatalogChange]
  /// Number of pages that the index lists.
  public let pages: Int
  /// What is left for people to move, one line each.
  public var remarks: [String] = []

  /// Whether the file is as it should be.
  public var isCurrent: Bool { original == contents }

  /// Writes the index, whole or not at all.
  /// - Throws: `CurationError`.
  public func write(in knowledgeBase: KnowledgeBase) throws(CurationError) {
    if isCurrent { return }
    try AtomicFile.write(
      contents, to: knowledgeBase.absolutePath(of: path), replacing: original)
  }
}

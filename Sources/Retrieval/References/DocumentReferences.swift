public import Corpus

/// What a document refers to, and what refers to it, as the index has resolved it.
public struct DocumentReferences: Sendable, Hashable {
  /// A link of the text. Links to the same target lead to the same place.
  public struct ResolvedLink: Sendable, Hashable {
    /// How it is written.
    public var kind: Link.Kind
    /// As `Link` has it.
    public var target: String
    /// The document that it leads to; `nil` where there is none, or several fit.
    public var path: String?
    /// Whether it leads out of the knowledge base.
    public var isExternal: Bool
  }

  /// An entry of `sources:`.
  public struct DeclaredSource: Sendable, Hashable {
    /// As written.
    public var reference: String
    /// The document that it leads to; `nil` where there is none, or several fit.
    public var document: DocumentSummary?
    /// Whether it leads out of the knowledge base.
    public var isExternal: Bool
    /// Paths of the documents that fit equally well.
    public var candidates: [String]
  }

  /// In the order of the text.
  public var links: [ResolvedLink]
  /// In the order of the front matter.
  public var sources: [DeclaredSource]
  /// Documents that declare this one as a source, by path.
  public var usedBy: [DocumentSummary]
  /// Documents whose text links to this one, by path.
  public var linkedFrom: [DocumentSummary]
}

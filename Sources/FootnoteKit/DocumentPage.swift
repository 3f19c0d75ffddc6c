/// A part of the list of all documents.
public struct DocumentPage: Sendable, Hashable {
  /// A place between two documents in the list.
  public struct Position: Sendable, Hashable {
    /// Which knowledge base of the group, from 0.
    public var member: Int
    /// Path within it of the document before.
    public var path: String

    /// The place behind a document.
    public init(member: Int, path: String) {
      self.member = member
      self.path = path
    }
  }

  /// Paths as in answers: with several knowledge bases they begin with the name of one.
  public var documents: [IndexedDocument]
  /// Where the list goes on; `nil` at its end.
  public var next: Position?
}

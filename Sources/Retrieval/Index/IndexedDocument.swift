/// A document as the index has it.
public struct IndexedDocument: Sendable, Hashable {
  /// Path, layer, type, title and so on.
  public var document: DocumentSummary
  /// Number of bytes of the file when it was indexed.
  public var size: Int
  /// Time of the last change of the file's content when it was indexed, in nanoseconds since 1970.
  public var modified: Int64
  /// sha256 of the file's bytes when it was indexed, in lower-case hex digits.
  public var hash: String
}

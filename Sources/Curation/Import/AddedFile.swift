/// A file that an import has written, or would write.
public struct AddedFile: Sendable, Hashable {
  /// Relative to the root of the knowledge base.
  public let path: String
  /// What it was made from, as it was named.
  public let source: String
  /// What its front matter says.
  public let fields: MaterialFields
  /// Number of bytes.
  public let size: Int
}

/// A part of a knowledge base that is searched and filtered as one: `raw`, `wiki` or `notes`.
public struct Layer: Sendable, Hashable {
  /// What `layer:` in a question names.
  public let name: String
  /// The folder, relative to the root, without a slash at the end; empty for the root itself.
  public let path: String

  /// A layer of this name at `path`.
  public init(name: String, path: String) {
    self.name = name
    self.path = path
  }
}

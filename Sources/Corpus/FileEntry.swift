/// A markdown file that `CorpusReader` found, before it is read.
public struct FileEntry: Sendable, Hashable {
  /// Relative to the root.
  public var path: String
  /// Name of its layer.
  public var layer: String
  /// Number of bytes.
  public var size: Int
  /// Time of the last change of the content, in nanoseconds since 1970.
  public var modified: Int64
  /// Time of the last change of the inode (content, name or rights), in nanoseconds since 1970.
  public var changed: Int64

  /// A file with what the system says of it.
  public init(path: String, layer: String, size: Int, modified: Int64, changed: Int64) {
    self.path = path
    self.layer = layer
    self.size = size
    self.modified = modified
    self.changed = changed
  }
}

/// Why an index cannot be opened, read or written.
public enum IndexError: Error, Sendable, Hashable {
  /// There is no index in `folder` yet.
  case missing(folder: String)
  /// The file is not a database, or a database with damage; it can be rebuilt from the knowledge base.
  case damaged(path: String, reason: String)
  /// The file is a database of another program; it is never overwritten.
  case foreign(path: String)
  /// Written by another version of Footnote, or for another knowledge base; it can be rebuilt.
  case outdated(path: String, reason: String)
  /// Another process is writing.
  case locked(path: String)
  /// The folder or file cannot be written.
  case notWritable(path: String, reason: String)
  /// Any other failure of the database: disk full, out of memory.
  case database(path: String, reason: String)
}

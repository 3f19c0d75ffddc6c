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
  /// Something that is not a plain file lies where the index has one, such as a symbolic link, through
  /// which another file would be written.
  case unsafe(path: String, reason: String)
  /// The last changes still lie beside the database, and only a process that may write can read them.
  case unmerged(path: String)
  /// The disk is full or fails.
  case storage(path: String, reason: String)
  /// Any other failure of the database, such as too little memory.
  case database(path: String, reason: String)
}

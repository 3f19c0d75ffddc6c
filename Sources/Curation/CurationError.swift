/// What can go wrong while a knowledge base is kept: where, what, and how to mend it.
public enum CurationError: Error, Hashable, Sendable {
  /// A file that must not be touched is there already.
  case exists(path: String)
  /// A file could not be written; `reason` is the system's.
  case notWritable(path: String, reason: String)
}

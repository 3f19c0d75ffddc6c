/// What can go wrong while a knowledge base is kept: where, what, and how to mend it.
public enum CurationError: Error, Hashable, Sendable {
  /// A file that must not be touched is there already.
  case exists(path: String)
  /// A file could not be written; `reason` is the system's.
  case notWritable(path: String, reason: String)
  /// A file could not be read; `reason` is the system's.
  case unreadable(path: String, reason: String)
  /// A file was changed by somebody else between reading and writing; nothing was written.
  case changedMeanwhile(path: String)
  /// The knowledge base at `root` has no layer `wiki`.
  case noWiki(root: String)
  /// An entry of the log cannot be written as it is given.
  case logEntry(reason: String)
  /// `lint:` of `footnote.yml`, or an option, names a rule that there is not.
  case unknownRule(name: String)
}

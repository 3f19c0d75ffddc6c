/// What became of a source.
public enum ImportOutcome: Sendable, Hashable {
  /// A file was written, or would be.
  case added(AddedFile)
  /// The knowledge base has the same text already, at `path`.
  case known(source: String, path: String)
  case failed(source: String, error: ImportError)
  /// Left alone on purpose: a symbolic link that leads out of the chosen folder, or nowhere.
  case skipped(source: String)
  case remark(source: String, remark: ImportRemark)
}

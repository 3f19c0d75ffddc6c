/// Why a knowledge base or one of its files cannot be read.
public enum CorpusError: Error, Sendable, Hashable {
  /// Neither `path` nor a folder above it holds `footnote.yml`, or `raw/` and `wiki/`.
  case noKnowledgeBase(path: String)
  /// There is nothing at `path`.
  case noFolder(path: String)
  /// `path` is not a folder.
  case notAFolder(path: String)
  /// A file or folder could not be read; `reason` is the system's.
  case unreadable(path: String, reason: String)
  /// The index cannot lie at `path`: it would be mixed with notes, or written elsewhere.
  case indexPlace(path: String, reason: String)
  /// `footnote.yml` is not as it should be.
  case configuration(path: String, line: Int?, reason: String)
}

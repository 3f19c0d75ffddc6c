public import Corpus

extension Logbook {
  /// Reads the log of a wiki.
  ///
  /// - Returns: the log, and its path relative to the root; no entries where there is no log.
  /// - Throws: `CurationError.noWiki`, `.unreadable`.
  public static func read(
    _ knowledgeBase: KnowledgeBase
  ) throws(CurationError) -> (log: Logbook, path: String) {
    guard let layout = WikiLayout(knowledgeBase) else {
      throw .noWiki(root: knowledgeBase.root)
    }
    let path = layout.logPath
    guard FileTest.exists(knowledgeBase.absolutePath(of: path)) else { return (Logbook([]), path) }
    do throws(CorpusError) {
      return (Logbook(try CorpusReader(knowledgeBase).read(path)), path)
    } catch {
      guard case .unreadable(_, let reason) = error else {
        throw .unreadable(path: path, reason: "cannot be read")
      }
      throw .unreadable(path: path, reason: reason)
    }
  }
}

internal import Corpus

/// Reading what a client names as a place. Unlike on the command line, nothing is looked up in the file
/// system: only what the index knows counts.
extension GroupSearcher {
  /// A page by its path, its name or a citation, and the knowledge base that `text` says it belongs to, as
  /// `sources(of:in:passages:)`, `related(to:in:limit:)` and `provenance(of:line:in:passages:)` take it.
  ///
  /// - Throws: `IndexError`.
  public func page(_ text: String) throws -> (session: Session?, name: String) {
    for path in [text, text + ".md"] where try document(at: path) != nil {
      let (session, inner) = group.place(of: path)
      return (session, inner)
    }
    if var citation = try? Citation(parsing: text), try document(at: citation.path) != nil {
      let (session, inner) = group.place(of: citation.path)
      citation.path = inner
      return (session, citation.description)
    }
    return group.named(text).map { ($0.session, $0.path) } ?? (nil, text)
  }

  /// The text that a citation names, or the whole of a document that is named by its path.
  ///
  /// - Parameters:
  ///   - text: A citation, or the path of a document.
  ///   - context: Number of lines to add before and after.
  /// - Throws: `CitationError`; `CorpusError` where there is no such document, or the file cannot be read;
  ///   `IndexError`.
  public func show(_ text: String, context: Int = 0) throws -> CitedText {
    let citation = try citation(text)
    // With a hash the text may have moved to a document that is there.
    if citation.hash == nil, try document(at: citation.path) == nil {
      throw CorpusError.unreadable(path: citation.path, reason: "no such document")
    }
    let (session, path) = group.place(of: citation.path)
    var inner = citation
    inner.path = path
    guard let (member, searcher) = asked(session).first else {
      throw CorpusError.unreadable(path: citation.path, reason: "no such knowledge base")
    }
    return try searcher.index.show(inner, context: context).prefixed(with: member.name)
  }

  private func citation(_ text: String) throws -> Citation {
    if try document(at: text) != nil {
      let (session, path) = group.place(of: text)
      let bytes = try CorpusReader(session.knowledgeBase).read(path)
      return Citation(path: text, lines: 1...max(1, LineTable(bytes).count))
    }
    do throws(CitationError) {
      return try Citation(parsing: text)
    } catch {
      guard case .lines = error, !text.contains(":") else { throw error }
      throw CorpusError.unreadable(path: text, reason: "no such document")
    }
  }
}

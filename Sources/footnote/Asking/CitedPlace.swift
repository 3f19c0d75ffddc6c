import FootnoteKit

/// Reads what a user names as a place in the knowledge bases that are asked: a citation or a path, from
/// a root or from the current folder. With several knowledge bases, answers begin their paths with the
/// name of one, and so may the user.
struct CitedPlace {
  let group: SessionGroup
  let workingDirectory: String

  /// - Throws: `CitationError`; `CorpusError` where a path leads to no file, unless it has a hash.
  func citation(_ text: String) throws -> (session: Session, citation: Citation) {
    if let (session, path) = document(text) { return (session, try wholeFile(path, of: session)) }
    do throws(CitationError) {
      var citation = try Citation(parsing: text)
      let (session, path) = document(citation.path) ?? group.place(of: citation.path)
      citation.path = path
      return (session, citation)
    } catch {
      guard case .lines = error, !text.contains(":") else { throw error }
      let roots = group.sessions.map(\.knowledgeBase.root).joined(separator: ", ")
      throw CorpusError.unreadable(path: text, reason: "no such document in \(roots)")
    }
  }

  /// A page by its path, or a citation, as `Searcher.related(to:)` and `sources(of:)` take it, and the
  /// knowledge base that it belongs to, where `text` says so; else `text` itself is a name.
  func page(_ text: String) -> (session: Session?, name: String) {
    for path in [text, text + ".md"] {
      if let (session, path) = document(path) { return (session, path) }
    }
    if var citation = try? Citation(parsing: text), let (session, path) = document(citation.path) {
      citation.path = path
      return (session, citation.description)
    }
    return group.named(text).map { ($0.session, $0.path) } ?? (nil, text)
  }

  /// The document that `path` names; `nil` where there is no such file.
  private func document(_ path: String) -> (session: Session, path: String)? {
    let named = group.named(path).map { [$0] } ?? []
    let fromRoots = group.sessions.map { (session: $0, path: path) }
    // A folder of one knowledge base may have its name; of several, answers say the name.
    let places = group.sessions.count > 1 ? named + fromRoots : fromRoots + named
    for place in places where !path.hasPrefix("/") {
      guard let plain = FilePath.normalized(place.path), isFile(plain, of: place.session) else {
        continue
      }
      return (place.session, plain)
    }
    return fromHere(path)
  }

  private func fromHere(_ path: String) -> (session: Session, path: String)? {
    let absolute = path.hasPrefix("/") ? path : workingDirectory + "/" + path
    let plain = FileTest.standardized(absolute)
    for session in group.sessions {
      let base = FileTest.standardized(session.knowledgeBase.root) + "/"
      guard plain.hasPrefix(base) else { continue }
      let inside = String(plain.dropFirst(base.count))
      if isFile(inside, of: session) { return (session, inside) }
    }
    return nil
  }

  private func isFile(_ path: String, of session: Session) -> Bool {
    FileTest.isFile(session.knowledgeBase.absolutePath(of: path))
  }

  private func wholeFile(_ path: String, of session: Session) throws -> Citation {
    let bytes = try CorpusReader(session.knowledgeBase).read(path)
    return Citation(path: path, lines: 1...max(1, LineTable(bytes).count))
  }
}

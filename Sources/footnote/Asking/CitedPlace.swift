import FootnoteKit

/// Reads what a user names as a place in a knowledge base: a citation, or a path, from the root or from
/// the current folder.
struct CitedPlace {
  let session: Session
  let workingDirectory: String
  private var root: String { session.knowledgeBase.root }

  init(session: Session, workingDirectory: String) {
    self.session = session
    self.workingDirectory = workingDirectory
  }

  /// - Throws: `CitationError`; `CorpusError` where a path without lines leads to no file.
  func citation(_ text: String) throws -> Citation {
    if let path = existing(text) { return try wholeFile(path) }
    do throws(CitationError) {
      var citation = try Citation(parsing: text)
      citation.path = existing(citation.path) ?? citation.path
      return citation
    } catch {
      guard case .lines = error, !text.contains(":") else { throw error }
      throw CorpusError.unreadable(path: text, reason: "no such document in \(root)")
    }
  }

  /// The path from the root of a document that `path` names.
  private func existing(_ path: String) -> String? {
    candidates(for: path).first { FileTest.isFile(root + "/" + $0) }
  }

  private func candidates(for path: String) -> [String] {
    let absolute = path.hasPrefix("/") ? path : workingDirectory + "/" + path
    let plain = FileTest.standardized(absolute)
    let base = FileTest.standardized(root) + "/"
    let fromHere = plain.hasPrefix(base) ? [String(plain.dropFirst(base.count))] : []
    return path.hasPrefix("/") ? fromHere : [path] + fromHere
  }

  private func wholeFile(_ path: String) throws -> Citation {
    let bytes = try CorpusReader(session.knowledgeBase).read(path)
    return Citation(path: path, lines: 1...max(1, LineTable(bytes).count))
  }
}

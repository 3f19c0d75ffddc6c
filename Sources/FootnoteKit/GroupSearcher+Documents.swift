package import Corpus
internal import Digest

extension GroupSearcher {
  /// The documents of all knowledge bases, one after the other, each in the order of the bytes of paths.
  ///
  /// - Parameters:
  ///   - position: Where to go on, as an earlier page named it; a document that is gone by now does no
  ///     harm.
  ///   - limit: Number of documents at most, 1 and up.
  /// - Throws: `IndexError`.
  public func documents(
    after position: DocumentPage.Position? = nil, limit: Int
  ) throws -> DocumentPage {
    var page = DocumentPage(documents: [], next: nil)
    let members = Array(asked(nil))
    let first = position?.member ?? 0
    guard first >= 0 else { return page }
    for number in members.indices where number >= first {
      let room = limit - page.documents.count
      let start = number == first ? position?.path : nil
      // One more than fits says whether the list goes on.
      let found = try members[number].searcher.index.documents(after: start, limit: room + 1)
      page.documents += found.prefix(room).map { $0.prefixed(with: members[number].member.name) }
      if found.count > room {
        let last = room > 0 ? found[room - 1].document.path : start ?? ""
        page.next = DocumentPage.Position(member: number, path: last)
        return page
      }
    }
    return page
  }

  /// The document with exactly this path, as answers write it.
  ///
  /// - Throws: `IndexError`.
  public func document(at path: String) throws -> IndexedDocument? {
    guard let (member, searcher, inner) = owner(of: path) else { return nil }
    return try searcher.index.document(at: inner)?.prefixed(with: member.name)
  }

  /// The bytes of a document, as they were indexed.
  ///
  /// - Returns: `nil` where there is no such document in the index, and where its file holds something else
  ///   by now.
  /// - Throws: `IndexError`; `CorpusError` where the file cannot be read.
  public func content(of path: String) throws -> [UInt8]? {
    guard let (member, searcher, inner) = owner(of: path),
      let document = try searcher.index.document(at: inner)
    else { return nil }
    let bytes = try CorpusReader(member.session.knowledgeBase).read(inner)
    // Whatever a link or another program has put in its place since was not looked at by the walk.
    return SHA256Digest(of: bytes).hex == document.hash ? bytes : nil
  }

  /// Paths that go on from `text`, best first; see `SearchIndex.paths(completing:layer:)`.
  ///
  /// - Throws: `IndexError`.
  public func paths(completing text: String, layer: String? = nil) throws -> [String] {
    try asked(nil).flatMap { member, searcher in
      try searcher.index.paths(completing: text, layer: layer)
        .map { path in member.name.map { "\($0)/\(path)" } ?? path }
    }
  }

  /// What every index holds, by the path that answers write, to find out what changed in between.
  ///
  /// - Throws: `IndexError`.
  package func documentHashes() throws -> [PathKey: String] {
    var hashes: [PathKey: String] = [:]
    for (member, searcher) in asked(nil) {
      for (key, hash) in try searcher.index.hashes() {
        hashes[member.name.map { PathKey("\($0)/\(key.path)") } ?? key] = hash
      }
    }
    return hashes
  }

  /// Differs after every change of any document.
  ///
  /// - Throws: `IndexError`.
  public func documentState() throws -> [Int64] {
    try asked(nil).flatMap { try $0.searcher.index.documentState() }
  }

  /// Differs after every change that an answer can show.
  ///
  /// - Throws: `IndexError`.
  public func answerState() throws -> [Int64] {
    try asked(nil).flatMap { try $0.searcher.index.answerState() }
  }

  /// Number of files that have changed since they were indexed.
  ///
  /// - Throws: `IndexError`; `CorpusError` where a knowledge base cannot be walked.
  public func staleness() throws -> Int {
    try asked(nil).reduce(0) { try $0 + $1.searcher.index.staleness() }
  }

  /// The knowledge base that a path of an answer belongs to, and the path within it.
  func owner(
    of path: String
  ) -> (member: SessionGroup.Member, searcher: Searcher, path: String)? {
    let members = Array(asked(nil))
    for (member, searcher) in members {
      guard let name = member.name else { return (member, searcher, path) }
      if path.utf8.starts(with: "\(name)/".utf8) {
        let inner = path.utf8.dropFirst(name.utf8.count + 1)
        return (member, searcher, String(decoding: inner, as: UTF8.self))
      }
    }
    return nil
  }
}

extension IndexedDocument {
  /// The document with its path below `name`.
  fileprivate func prefixed(with name: String?) -> IndexedDocument {
    guard let name else { return self }
    var result = self
    result.document.path = "\(name)/\(document.path)"
    return result
  }
}

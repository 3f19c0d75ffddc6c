extension Knowledge {
  /// The passages that answer a question, best first, each with a citation that was checked against its
  /// file.
  ///
  /// Changed files are read first. Where the model is not installed, or passages have no vector yet, words
  /// alone answer, and `mode`, `warnings` and `index.embedded` say so.
  ///
  /// - Parameters:
  ///   - question: In words; it may hold `"a phrase"`, `NOT word`, `layer:wiki`, `tag:x`, `after:2025-06`
  ///     and the like.
  ///   - filter: What a document must be, beside what the question says.
  ///   - options: How many hits, which legs, and so on.
  /// - Throws: `QueryError` for a question that cannot be asked, `IndexError`, `EncoderError`,
  ///   `CorpusError`; as ``live(progress:)``.
  public func ask(
    _ question: String, filter: FilterRequest = FilterRequest(),
    options: SearchOptions = SearchOptions()
  ) async throws -> SearchResponse {
    try await runFresh { searcher, stale in
      var response = try searcher.search(question, filter: filter, options: options)
      response.index.stale = stale
      return response
    }
  }

  /// Every source for a concept, best first: declared by its page, cited, mentioned or related.
  ///
  /// - Parameters:
  ///   - concept: Name, alias or path of a page, or any words.
  ///   - passages: Number of passages of each source at most, 0 and up.
  /// - Returns: The sources; none where nothing fits. Declared sources that lead nowhere are in
  ///   `unresolved`.
  /// - Throws: As ``ask(_:filter:options:)``.
  public func sources(of concept: String, passages: Int = 3) async throws -> ConceptSources {
    try await runFresh { searcher, _ in
      let (session, name) = try searcher.page(concept)
      guard let result = try searcher.sources(of: name, in: session, passages: passages) else {
        preconditionFailure("a group has at least one knowledge base")
      }
      return result
    }
  }

  /// The neighbours of a page or passage, by links and by meaning.
  ///
  /// - Parameters:
  ///   - target: Name or path of a page, or a citation.
  ///   - limit: Number of neighbours at most, 1 and up.
  /// - Returns: `nil` where there is no such page or passage.
  /// - Throws: As ``ask(_:filter:options:)``.
  public func related(to target: String, limit: Int = 10) async throws -> RelatedDocuments? {
    try await runFresh { searcher, _ in
      let (session, name) = try searcher.page(target)
      return try searcher.related(to: name, in: session, limit: limit)
    }
  }

  /// The statements of a page with the raw passages that they rest on.
  ///
  /// - Parameters:
  ///   - page: Name or path of a page.
  ///   - line: The only line whose statements are followed, from 1; `nil` for the whole page.
  ///   - passages: Number of passages for each statement at most, 0 and up.
  /// - Returns: `nil` where there is no such page.
  /// - Throws: As ``ask(_:filter:options:)``.
  public func provenance(
    of page: String, line: Int? = nil, passages: Int = 3
  ) async throws -> Provenance? {
    try await runFresh { searcher, _ in
      let (session, name) = try searcher.page(page)
      return try searcher.provenance(of: name, line: line, in: session, passages: passages)
    }
  }

  /// What is known of a question, or all documents, in the order of time.
  ///
  /// - Throws: As ``ask(_:filter:options:)``.
  public func timeline(_ request: TimelineRequest = TimelineRequest()) async throws -> Timeline {
    try await runFresh { searcher, _ in try searcher.timeline(request) }
  }

  /// The text that a citation names, or the whole of a document that is named by its path, as it is now.
  ///
  /// Only documents of the index are read: `citation` may come from somebody who is not trusted.
  ///
  /// - Parameters:
  ///   - citation: `PATH:FIRST-LAST`, perhaps with bytes and hash, as answers give it.
  ///   - context: Number of lines to add before and after, 0 and up.
  /// - Throws: `CitationError`; `CorpusError` where there is no such document; as
  ///   ``ask(_:filter:options:)``.
  public func show(_ citation: String, context: Int = 0) async throws -> CitedText {
    try await runFresh { searcher, _ in try searcher.show(citation, context: context) }
  }

  /// The text that a citation names, as it is now. With a hash the answer says whether the text is still
  /// there, has moved or is gone.
  ///
  /// - Parameters:
  ///   - citation: `PATH:FIRST-LAST`, perhaps with bytes and hash, as answers give it.
  ///   - context: Number of lines to add before and after, 0 and up.
  /// - Throws: As ``ask(_:filter:options:)``.
  public func show(_ citation: Citation, context: Int = 0) async throws -> CitedText {
    try await show(citation.description, context: context)
  }

  /// A part of the list of all documents.
  ///
  /// - Parameters:
  ///   - position: `next` of the part before; `nil` for the first.
  ///   - limit: Number of documents at most, 1 and up.
  /// - Throws: `IndexError`; as ``live(progress:)``.
  public func documents(
    after position: DocumentPage.Position? = nil, limit: Int = 100
  ) async throws -> DocumentPage {
    try await runFresh { searcher, _ in try searcher.documents(after: position, limit: limit) }
  }

  /// What each index holds and how fresh it is, in the order of the knowledge bases.
  ///
  /// - Throws: `IndexError`, `CorpusError`; as ``live(progress:)``.
  /// - Complexity: O(files): whether each has changed is looked at.
  public func status() async throws -> [IndexStatus] {
    try await run { searcher in
      try searcher.group.sessions.map { try $0.index().status() }
    }
  }

  /// Runs `body` on the newest state of the indexes, changed files read before: what every question here
  /// does. A program that follows the files with ``maintain(_:)`` saves the look at them by
  /// ``run(progress:_:)``.
  ///
  /// - Parameters:
  ///   - progress: Called now and then while an index is made.
  ///   - body: Given the searcher and the number of files that could not be read again.
  /// - Throws: What `body` throws, as `freshen(progress:)`.
  public func runFresh<Result: Sendable>(
    progress: @escaping @Sendable (IndexProgress) -> Void = { _ in },
    _ body: @escaping @Sendable (GroupSearcher, _ stale: Int) throws -> Result
  ) async throws -> Result {
    let stale = try await freshen(progress: progress)
    try Task.checkCancellation()
    return try await run { try body($0, stale) }
  }
}

extension GroupSearcher {
  /// What all knowledge bases know of a question, or all their documents, in the order of time. A knowledge
  /// base that does not have a layer that is asked for has no part in it.
  ///
  /// - Throws: `QueryError`, `IndexError`, `EncoderError`, `CorpusError`.
  public func timeline(_ request: TimelineRequest) throws -> Timeline {
    var result: Timeline?
    var refusal: QueryError?
    for (member, searcher) in asked(nil) {
      do {
        let timeline = try timeline(request, of: searcher, in: member.session)
          .prefixed(with: member.name)
        result = result.map { $0.merging(timeline, limit: request.limit) } ?? timeline
      } catch let error as QueryError {
        guard case .unknownLayer = error else { throw error }
        refusal = error
      }
    }
    guard let result else { throw refusal ?? QueryError.empty }
    return result
  }

  private func timeline(
    _ request: TimelineRequest, of searcher: Searcher, in session: Session
  ) throws -> Timeline {
    let options = try request.options(in: session)
    guard let question = request.question else { return try searcher.index.timeline(options) }
    let query = try session.parse(question, layersElsewhere: layers)
    return try searcher.timeline(of: query, options: options)
  }
}

extension Timeline {
  /// The timeline with every path below `name`.
  func prefixed(with name: String?) -> Timeline {
    guard let name else { return self }
    var result = self
    result.warnings = warnings.map { "\(name): \($0)" }
    result.undated = undated.map { "\(name)/\($0)" }
    for index in entries.indices { result.entries[index].prefix(with: name) }
    return result
  }

  /// Both as one, of which the most relevant entries are kept, of documents the latest.
  func merging(_ other: Timeline, limit: Int?) -> Timeline {
    var result = self
    result.entries += other.entries
    result.undated += other.undated
    result.omitted += other.omitted
    result.weak += other.weak
    result.answerable = [answerable, other.answerable].compactMap(\.self).max()
    result.corrections.merge(other.corrections) { first, _ in first }
    result.warnings += other.warnings
    if let limit, result.entries.count > limit {
      result.omitted += result.entries.count - limit
      result.entries = result.best(limit)
    }
    result.sort()
    return result
  }
}

extension TimelineEntry {
  /// Puts every path below `name`.
  fileprivate mutating func prefix(with name: String) {
    document.path = "\(name)/\(document.path)"
    if let path = citation?.path { citation?.path = "\(name)/\(path)" }
    for index in sources.indices { sources[index].path = "\(name)/\(sources[index].path)" }
    for index in duplicates.indices {
      duplicates[index].path = "\(name)/\(duplicates[index].path)"
    }
  }
}

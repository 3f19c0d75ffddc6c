extension GroupSearcher {
  /// Every source for a concept, of all knowledge bases, best first.
  ///
  /// - Parameters:
  ///   - passages: Number of passages of each source, or for each statement, at most; 0 and up.
  ///   - concept: Name or path of a page, or any words.
  ///   - session: The only knowledge base that is asked, where given.
  /// - Throws: As `Searcher.sources(of:passages:)`.
  public func sources(
    of concept: String, in session: Session? = nil, passages: Int = 3
  ) throws -> ConceptSources? {
    var result: ConceptSources?
    for (member, searcher) in asked(session) {
      let sources = try searcher.sources(of: concept, passages: passages)
        .prefixed(with: member.name)
      result = result.map { $0.merging(sources) } ?? sources
    }
    return result
  }

  /// The neighbours of a page or passage, within the first knowledge base that has it.
  ///
  /// - Parameters:
  ///   - limit: Number of neighbours at most, 1 and up.
  ///   - target: Name or path of a page, or a citation.
  ///   - session: The only knowledge base that is asked, where given.
  /// - Returns: `nil` where there is no such page or passage.
  /// - Throws: As `Searcher.related(to:limit:)`.
  public func related(
    to target: String, in session: Session? = nil, limit: Int = 10
  ) throws -> RelatedDocuments? {
    for (member, searcher) in asked(session) {
      if let result = try searcher.related(to: target, limit: limit) {
        return result.prefixed(with: member.name)
      }
    }
    return nil
  }
}

extension ConceptSources {
  /// The answer with every path below `name`.
  func prefixed(with name: String?) -> ConceptSources {
    guard let name else { return self }
    var result = self
    result.page?.path.prefix(with: name)
    result.alternatives = alternatives.map { "\(name)/\($0)" }
    result.warnings = warnings.map { "\(name): \($0)" }
    for index in sources.indices {
      result.sources[index].document.path.prefix(with: name)
      for passage in sources[index].passages.indices {
        result.sources[index].passages[passage].prefix(with: name)
      }
    }
    for index in unresolved.indices {
      result.unresolved[index].candidates = unresolved[index].candidates.map { "\(name)/\($0)" }
    }
    return result
  }

  /// Both answers as one; the first page is the concept's, the other one fits as well.
  func merging(_ other: ConceptSources) -> ConceptSources {
    var result = page == nil && other.page != nil ? other : self
    let further = result.page == page ? other : self
    result.alternatives += [further.page?.path].compactMap(\.self) + further.alternatives
    result.unresolved += further.unresolved
    result.warnings += further.warnings
    result.sources += further.sources
    result.sources.sort { ($1.score, $0.document.path) < ($0.score, $1.document.path) }
    return result
  }
}

extension RelatedDocuments {
  /// The answer with every path below `name`.
  func prefixed(with name: String?) -> RelatedDocuments {
    guard let name else { return self }
    var result = self
    result.target.path.prefix(with: name)
    result.warnings = warnings.map { "\(name): \($0)" }
    for index in neighbours.indices {
      result.neighbours[index].document.path.prefix(with: name)
      result.neighbours[index].citation?.path.prefix(with: name)
    }
    return result
  }
}

extension CitedText {
  /// The text with every path below `name`.
  public func prefixed(with name: String?) -> CitedText {
    guard let name else { return self }
    var result = self
    result.citation.path.prefix(with: name)
    result.document?.path.prefix(with: name)
    if case .moved(var place) = state {
      place.path.prefix(with: name)
      result.state = .moved(to: place)
    }
    return result
  }
}

extension Hit {
  /// Puts every path below `name`.
  mutating func prefix(with name: String) {
    document.path.prefix(with: name)
    citation.path.prefix(with: name)
    for index in duplicates.indices { duplicates[index].path.prefix(with: name) }
  }
}

extension String {
  /// Makes a path one below `name`.
  fileprivate mutating func prefix(with name: String) {
    self = "\(name)/\(self)"
  }
}

extension GroupSearcher {
  /// The statements of a page with what they rest on, within the first knowledge base that has it.
  ///
  /// - Parameters:
  ///   - line: The only line that is followed, from 1; `nil` for the whole page.
  ///   - passages: Number of passages of each source, or for each statement, at most; 0 and up.
  ///   - page: Name or path of a page.
  ///   - session: The only knowledge base that is asked, where given.
  /// - Returns: `nil` where there is no such page.
  /// - Throws: As `Searcher.provenance(of:line:passages:)`.
  public func provenance(
    of page: String, line: Int? = nil, in session: Session? = nil, passages: Int = 3
  ) throws -> Provenance? {
    for (member, searcher) in asked(session) {
      if let result = try searcher.provenance(of: page, line: line, passages: passages) {
        return result.prefixed(with: member.name)
      }
    }
    return nil
  }
}

extension Provenance {
  /// The answer with every path below `name`.
  func prefixed(with name: String?) -> Provenance {
    guard let name else { return self }
    var result = self
    result.page.path.prefix(with: name)
    result.warnings = warnings.map { "\(name): \($0)" }
    for index in statements.indices {
      for place in statements[index].sources.indices {
        result.statements[index].sources[place].hit.prefix(with: name)
      }
      for place in statements[index].summaries.indices {
        result.statements[index].summaries[place].hit.prefix(with: name)
      }
      for place in statements[index].broken.indices {
        result.statements[index].broken[place].path.prefix(with: name)
      }
    }
    return result
  }
}

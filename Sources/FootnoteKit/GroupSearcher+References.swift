extension GroupSearcher {
  /// What the document with exactly this path refers to, and what refers to it.
  ///
  /// - Parameter path: As answers write it.
  /// - Throws: `IndexError`.
  public func references(of path: String) throws -> DocumentReferences? {
    guard let (member, searcher, inner) = owner(of: path) else { return nil }
    return try searcher.index.references(of: inner)?.prefixed(with: member.name)
  }
}

extension DocumentReferences {
  /// The references with every path below `name`.
  fileprivate func prefixed(with name: String?) -> DocumentReferences {
    guard let name else { return self }
    var result = self
    for index in links.indices {
      result.links[index].path = links[index].path.map { "\(name)/\($0)" }
    }
    for index in sources.indices {
      result.sources[index].document = sources[index].document?.prefixed(with: name)
      result.sources[index].candidates = sources[index].candidates.map { "\(name)/\($0)" }
    }
    result.usedBy = usedBy.map { $0.prefixed(with: name) }
    result.linkedFrom = linkedFrom.map { $0.prefixed(with: name) }
    return result
  }
}

extension DocumentSummary {
  /// The document with its path below `name`.
  fileprivate func prefixed(with name: String) -> DocumentSummary {
    var result = self
    result.path = "\(name)/\(path)"
    return result
  }
}

extension GroupSearcher {
  /// What the indexes hold, in short; nobody looks whether files have changed.
  ///
  /// - Throws: `IndexError`.
  public func summary() throws -> IndexSummary {
    let summaries = try asked(nil).map { try $0.searcher.summary() }
    return summaries.dropFirst().reduce(into: summaries[0]) { $0.merge($1) }
  }
}

extension Session {
  /// Reads every file of the knowledge base, without the index.
  ///
  /// - Throws: `CorpusError`.
  public func snapshot() throws(CorpusError) -> Snapshot {
    try Snapshot(knowledgeBase)
  }
}

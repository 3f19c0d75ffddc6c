internal import GRDB

extension Searcher {
  /// What the knowledge base knows of a question, in the order of time.
  ///
  /// Of sources the passages that a search finds, at the date of their document. Of compiled pages the dated
  /// statements within such passages; those that say what an entry of a source says are folded into it.
  ///
  /// - Parameter query: Days in its filter are compared with those of the entries.
  /// - Throws: As `search(_:options:)`.
  public func timeline(
    of query: Query, options: TimelineOptions = TimelineOptions()
  ) throws -> Timeline {
    try index.read { database in
      try QuestionTimeline(searcher: self, database: database, query: query, options: options)
        .timeline()
    }
  }
}

extension SearchIndex {
  /// The documents in the order of time: sources by their date, compiled pages by the time of what they
  /// state, from the first day to the last.
  ///
  /// - Throws: `IndexError`.
  /// - Complexity: O(text of the compiled pages).
  public func timeline(
    _ options: TimelineOptions = TimelineOptions()
  ) throws(IndexError) -> Timeline {
    try read { try DocumentTimeline(database: $0, options: options).timeline() }
  }
}

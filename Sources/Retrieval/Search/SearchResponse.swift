/// The answer to one question.
public struct SearchResponse: Sendable, Hashable {
  /// The question as it was read.
  public var query: Query
  /// The mode that was used: without a model a hybrid question is answered by words.
  public var mode: SearchMode
  /// Best first.
  public var hits: [Hit]
  /// The documents of the passages that come after the hits, one for each, where `SearchOptions.counted` asks
  /// for them; nobody has compared these passages with their files.
  public var further: [DocumentSummary]
  /// Words that the knowledge base does not have, with the near one that was looked up instead.
  public var corrections: [String: String]
  /// Legs that failed and citations that no longer hold, one line each, for people.
  public var warnings: [String]
  /// The terms that the lexical leg looked up, as the index stores them.
  public var terms: [String]
  /// Estimate of the probability that the knowledge base answers the question; `nil` until calibrated.
  public var answerable: Double?
  /// What the answer comes from.
  public var index: IndexSummary
  /// Time from the parsed question to the hits.
  public var milliseconds: Double
}

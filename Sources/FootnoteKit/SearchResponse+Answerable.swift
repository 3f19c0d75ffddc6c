extension SearchResponse {
  /// An answer whose estimate is below this says that the knowledge base does not seem to have one.
  static let leastAnswerable = 0.3

  /// Whether the knowledge base seems to answer the question; also where nobody estimated that.
  public var isLikelyAnswered: Bool {
    answerable.map { $0 >= Self.leastAnswerable } ?? true
  }
}

/// Answers questions from all knowledge bases of a group at once.
public struct GroupSearcher: Sendable {
  /// The knowledge bases that are asked.
  public let group: SessionGroup
  private let searchers: [Searcher]

  init(_ group: SessionGroup, searchers: [Searcher]) {
    self.group = group
    self.searchers = searchers
  }

  /// Whether every knowledge base has a model to understand a question with.
  public var hasEncoder: Bool {
    searchers.allSatisfy { $0.encoder != nil }
  }

  /// The names of all layers.
  var layers: [String] {
    group.sessions.flatMap { $0.knowledgeBase.layers.map(\.name) }
  }

  /// Each knowledge base that is asked, with its searcher.
  func asked(_ session: Session?) -> [(member: SessionGroup.Member, searcher: Searcher)] {
    zip(group.members, searchers).filter { session == nil || $0.0.session === session }
  }

  /// Reads and answers a question. A knowledge base that does not have a layer that is asked for has no
  /// part in the answer.
  ///
  /// - Parameters:
  ///   - question: In words, with the syntax of questions.
  ///   - request: Filters beside those in the question and in `options`.
  ///   - options: How many hits, which legs, and so on.
  /// - Throws: `QueryError`, `IndexError`, `EncoderError`.
  public func search(
    _ question: String, filter request: FilterRequest = FilterRequest(),
    options: SearchOptions = SearchOptions()
  ) throws -> SearchResponse {
    var responses: [SearchResponse] = []
    var refusal: QueryError?
    for (member, searcher) in zip(group.members, searchers) {
      do {
        let query = try member.session.parse(question, layersElsewhere: layers)
        var options = options
        options.filter = options.filter.merging(try request.filter(in: member.session))
        let response = try searcher.search(query, options: options)
        responses.append(response.prefixed(with: member.name))
      } catch let error as QueryError {
        guard case .unknownLayer = error else { throw error }
        refusal = error
      }
    }
    guard var result = responses.first else { throw refusal ?? QueryError.empty }
    for response in responses.dropFirst() { result.merge(response) }
    if responses.count > 1 {
      let ranked = SearchResponse.ranked(
        responses.map(\.hits), limit: .max, folds: options.folds)
      result.hits = Array(ranked.prefix(options.limit))
      if options.counted > 0 {
        result.further = ranked.dropFirst(options.limit).map(\.document) + result.further
      }
    }
    return result
  }
}

import FootnoteKit

/// Asks questions as the options of `ask` say, and says once what should be known about the answers.
final class Asker {
  let group: SessionGroup
  let request: AskRequest
  let console: Console
  private var searcher: GroupSearcher?
  private var said: Set<String> = []

  init(group: SessionGroup, request: AskRequest, console: Console) {
    self.group = group
    self.request = request
    self.console = console
  }

  /// The answer, limited as asked, before `strict` is applied.
  ///
  /// - Parameter stale: Number of files that have changed since they were indexed.
  func answer(_ question: String, stale: Int) throws -> SearchResponse {
    var response = try search(question)
    response.index.stale = stale
    return limited(response)
  }

  private func limited(_ response: SearchResponse) -> SearchResponse {
    guard let budget = request.budget else { return response }
    var limited = response
    limited.hits = budget.fitting(response.hits)
    return limited
  }

  /// An answer of another searcher, limited as asked, and empty where `strict` refuses it.
  func shaped(_ response: SearchResponse) -> SearchResponse {
    judged(limited(response))
  }

  private func search(_ question: String) throws -> SearchResponse {
    do {
      return try openedSearcher()
        .search(question, filter: request.filter, options: request.search)
    } catch let error as IndexError {
      // The next question gets the index that lies there then.
      searcher = nil
      throw error
    }
  }

  /// Whether encoding more passages would make the answer better.
  func wantsEncoding(_ response: SearchResponse) -> Bool {
    request.search.mode != .lexical && searcher?.hasEncoder == true && response.index.embedded < 1
  }

  /// The answer without hits where `strict` refuses it.
  func judged(_ response: SearchResponse) -> SearchResponse {
    guard request.isStrict, !response.isLikelyAnswered else { return response }
    var refused = response
    refused.hits = []
    return refused
  }

  /// Says each warning once.
  func sayWarnings(of response: SearchResponse) {
    if request.isStrict, response.answerable == nil, !response.hits.isEmpty {
      let remark =
        "--strict has no effect: without meaning, or while passages are not encoded yet, nothing "
        + "estimates whether this is answered"
      if said.insert(remark).inserted { console.note(remark) }
    }
    for warning in response.warnings where said.insert(warning).inserted { console.note(warning) }
  }

  /// Says what an answer for programs has no place for: words that were taken for others, and that
  /// nothing seems to answer.
  func sayRemarks(of response: SearchResponse) {
    for remark in AnswerRemarks(response).lines where said.insert(remark).inserted {
      console.note(remark)
    }
  }

  /// Says how much of the knowledge base the answers know by meaning; where it is nothing, a warning of
  /// the answer says so.
  func sayShare(of response: SearchResponse) {
    guard wantsEncoding(response), response.index.embedded > 0 else { return }
    let share = Self.percent(response.index.embedded)
    console.note("\(share) of the passages are encoded so far; footnote index encodes the rest")
  }

  private static func percent(_ share: Double) -> String {
    "\(Int((share * 100).rounded(.down))) %"
  }

  private func openedSearcher() throws -> GroupSearcher {
    if let searcher { return searcher }
    let mode = request.search.mode
    if mode == .semantic {
      // Words cannot stand in for meaning here.
      for session in group.sessions { _ = try session.encoder() }
    }
    let opened = try group.searcher(for: mode)
    searcher = opened
    return opened
  }
}

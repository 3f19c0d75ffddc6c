/// Gathers what the modes of search find for a question, so that people judge passages without knowing
/// who found them.
public struct PassagePool {
  private let session: Session
  private let searchers: [(mode: SearchMode, searcher: Searcher)]
  private let depth: Int

  /// - Parameters:
  ///   - session: The knowledge base that is asked.
  ///   - modes: Each gives its best passages.
  ///   - depth: Number of passages of each mode, 1 and up.
  /// - Throws: `IndexError`, `EncoderError`.
  public init(_ session: Session, modes: [SearchMode], depth: Int) throws {
    self.session = session
    self.depth = depth
    searchers = try modes.map { ($0, try session.searcher(for: $0)) }
  }

  /// The question with its passages, each once, in the order of their place in the knowledge base.
  ///
  /// - Throws: `QueryError`, `IndexError`, `EncoderError`.
  public func gather(for question: JudgingQuestion) throws -> JudgingQuestion {
    let query = try session.parse(question.text)
    var found: [Hit] = []
    for (mode, searcher) in searchers {
      found += try searcher.search(query, options: SearchOptions(limit: depth, mode: mode)).hits
    }
    var result = question
    var seen: Set<Citation> = []
    result.passages =
      found.sorted { left, right in
        (left.document.path, left.bytes.lowerBound) < (right.document.path, right.bytes.lowerBound)
      }
      .filter { seen.insert($0.citation).inserted }
      .map(JudgingPassage.init)
    return result
  }
}

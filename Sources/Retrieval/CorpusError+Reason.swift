internal import Corpus

extension CorpusError {
  /// What is wrong, without the path.
  package var reason: String {
    switch self {
    case .noKnowledgeBase: "no knowledge base here: neither footnote.yml nor raw/ and wiki/"
    case .noFolder: "there is no such folder"
    case .notAFolder: "not a folder"
    case .unreadable(_, let reason), .indexPlace(_, let reason): reason
    case .configuration(_, let line, let reason): line.map { "line \($0): \(reason)" } ?? reason
    }
  }
}

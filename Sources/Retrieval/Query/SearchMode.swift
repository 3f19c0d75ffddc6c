/// Which legs answer a question.
public enum SearchMode: String, Sendable, Hashable, Codable, CaseIterable {
  /// Both legs, fused.
  case hybrid
  /// BM25 only.
  case lexical
  /// Cosine only.
  case semantic
}

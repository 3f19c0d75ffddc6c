/// Why `Knowledge` does not answer.
public enum KnowledgeError: Error, Sendable, Hashable {
  /// `Knowledge.close()` was called.
  case closed
}

extension SentenceEncoder {
  /// Without a vocabulary to ask, no word is known.
  public func knows(_ word: String) -> Bool { false }
}

extension BERTEncoder {
  /// Whether the vocabulary holds the word in one piece.
  ///
  /// Complexity: O(length of `word`).
  public func knows(_ word: String) -> Bool {
    let counts = tokenize(["", word], as: .passage).map(\.ids.count)
    return counts[1] == counts[0] + 1
  }
}

public import LinearAlgebra

/// A question as `SentenceEncoder.encode(question:)` returns it: as a whole, and token by token.
public struct EncodedQuestion: Sendable, Equatable {
  /// Of length 1.
  public let vector: [Float]
  /// One unit vector for each token, without the special ones; no rows where the encoder has no
  /// vectors of tokens.
  public let tokens: Matrix
  /// For each token the word that it is, or is a piece of, as the tokenizer normalised it.
  public let words: [String]

  /// - Precondition: There are as many words as tokens.
  public init(vector: [Float], tokens: Matrix, words: [String]) {
    precondition(tokens.rows == words.count, "\(words.count) words for \(tokens.rows) tokens")
    self.vector = vector
    self.tokens = tokens
    self.words = words
  }
}

public import LinearAlgebra

/// What `SentenceEncoder.encode(_:as:)` returns.
public struct EncodedTexts: Sendable, Equatable {
  /// One unit vector a row, in the order of the texts.
  public let vectors: Matrix
  /// The number of tokens that went through the encoder, special ones included.
  public let tokens: Int
  /// The indices of the texts that were longer than the encoder takes, so that their ends were cut
  /// off.
  public let truncated: [Int]
  /// For each text the signs of the vectors of its tokens, without the special ones that begin and
  /// end it; empty where the encoder has no vectors of tokens, or was not given passages.
  public let signs: [SignCodes]

  /// Texts that were encoded.
  public init(vectors: Matrix, tokens: Int, truncated: [Int], signs: [SignCodes] = []) {
    self.vectors = vectors
    self.tokens = tokens
    self.truncated = truncated
    self.signs = signs
  }
}

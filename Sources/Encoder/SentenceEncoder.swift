internal import LinearAlgebra

/// Turns texts into unit vectors whose dot product is the similarity of their meanings.
///
/// Implementations may be used from several threads at once.
public protocol SentenceEncoder: Sendable {
  /// The model's name, for people: the name of its folder, such as `all-MiniLM-L6-v2`.
  var name: String { get }
  /// Tells one set of weights and settings from another: vectors of different fingerprints never
  /// meet in one index. Hex digits.
  var fingerprint: String { get }
  /// The length of every vector.
  var dimensions: Int { get }
  /// The number of tokens, special ones included, after which a text is cut off.
  var maximumTokens: Int { get }

  /// Encodes texts, one row each, in the order of `texts`; every row has length 1.
  ///
  /// - Parameters:
  ///   - texts: Any texts, the empty one included.
  ///   - role: Asymmetric models put another prefix before a question than before a passage.
  func encode(_ texts: [String], as role: TextRole) throws(EncoderError) -> EncodedTexts

  /// Encodes a question as a whole and token by token.
  ///
  /// An encoder that has vectors of texts alone need not implement it.
  func encode(question: String) throws(EncoderError) -> EncodedQuestion
}

extension SentenceEncoder {
  /// The vector alone, without any token.
  public func encode(question: String) throws(EncoderError) -> EncodedQuestion {
    let vectors = try encode([question], as: .query).vectors
    return EncodedQuestion(
      vector: Array(vectors[row: 0]), tokens: Matrix(rows: 0, columns: dimensions), words: [])
  }
}

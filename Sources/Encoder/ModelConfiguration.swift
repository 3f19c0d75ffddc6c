/// The sizes and settings of an encoder, as its configuration files give them.
package struct ModelConfiguration: Sendable, Equatable {
  /// Number of transformer layers.
  package var layers: Int
  /// Length of a token's vector, and of a text's.
  package var dimensions: Int
  /// Number of attention heads, a divisor of `dimensions`.
  package var heads: Int
  /// Length of the vector between the two products of a layer's second half.
  package var innerDimensions: Int
  /// Number of tokens in the vocabulary.
  package var vocabulary: Int
  /// Number of positions that the model has learnt.
  package var positions: Int
  /// The position of a text's first token: XLM-RoBERTa counts from 2, as the first positions belong to
  /// what fills up batches.
  package var firstPosition: Int
  /// What is added to a variance before its root is taken.
  package var layerNormEpsilon: Float
  /// How a text's vector follows from those of its tokens.
  package var pooling: Pooling
  /// The number of tokens, special ones included, after which a text is cut off.
  package var maximumTokens: Int
  /// What goes before a text.
  package var prefixes: TextPrefixes
  /// How texts are brought into the form of the vocabulary.
  package var normalization: TextNormalization

  /// The length of one head's part of a vector.
  package var headDimensions: Int { dimensions / heads }

  /// Everything here that changes a vector and stands in none of the files that every model has.
  var fingerprintText: String {
    """
    \(pooling) \(maximumTokens) \(normalization.lowercases) \(normalization.stripsAccents) \
    \(normalization.separatesIdeographs) \(prefixes.query.debugDescription) \
    \(prefixes.passage.debugDescription)
    """
  }
}

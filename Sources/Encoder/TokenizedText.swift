/// The tokens of a text.
package struct TokenizedText: Sendable, Equatable {
  /// Indices into the vocabulary, those of `[CLS]` at the start and `[SEP]` at the end included.
  package var ids: [Int32]
  /// Whether the text had more tokens than were asked for.
  package var isTruncated: Bool
  /// For each token the number of the word that it is a piece of, counted from 0 as
  /// `WordPiecePass.words(in:)` does; -1 for special ones.
  package var words: [Int32]
}

/// Cuts texts into the word pieces of BERT, exactly as Hugging Face's `BertTokenizerFast` does:
/// clean up, put ideographs apart, decompose and strip accents, make lower-case, split at white
/// space and punctuation, then take the longest piece that fits, again and again (Wu et al. 2016,
/// section 4.1).
///
///     var pass = tokenizer.makePass()
///     pass.tokenize("Passages, ranked.", limit: 256).ids  // [101, 13768, 1010, 4396, 1012, 102]
package struct WordPieceTokenizer: Sendable {
  let vocabulary: WordPieceVocabulary
  let normalization: TextNormalization

  package init(vocabulary: WordPieceVocabulary, normalization: TextNormalization) {
    self.vocabulary = vocabulary
    self.normalization = normalization
  }

  /// Something that tokenizes one text after another and remembers what it learnt about their
  /// characters. For one thread.
  package func makePass() -> WordPiecePass {
    WordPiecePass(self)
  }
}

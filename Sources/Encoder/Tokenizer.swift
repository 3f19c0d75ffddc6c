/// Cuts texts into the tokens of a model's vocabulary. May be used from several threads at once.
package protocol Tokenizer: Sendable {
  /// Something that tokenizes one text after another, with memory of its own. For one thread.
  func makeTokenizerPass() -> any TokenizerPass
}

/// One thread's use of a `Tokenizer`.
package protocol TokenizerPass {
  /// The tokens of `text` between the special ones that begin and end a text, at most `limit` with
  /// these, which must be at least 2.
  mutating func tokenize(_ text: String, limit: Int) -> TokenizedText

  /// The words of `text`, in the order in which `TokenizedText.words` counts them.
  mutating func words(in text: String) -> [String]
}

extension WordPieceTokenizer: Tokenizer {
  package func makeTokenizerPass() -> any TokenizerPass { makePass() }
}

extension WordPiecePass: TokenizerPass {}

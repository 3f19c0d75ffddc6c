/// How a tokenizer brings texts into the form of its vocabulary, as `tokenizer_config.json` says.
package struct TextNormalization: Sendable, Equatable {
  /// Whether letters become small ones.
  package var lowercases = true
  /// Whether letters lose their accents: the characters of category Mn after canonical
  /// decomposition.
  package var stripsAccents = true
  /// Whether each ideograph is a word.
  package var separatesIdeographs = true

  package init(
    lowercases: Bool = true, stripsAccents: Bool = true, separatesIdeographs: Bool = true
  ) {
    self.lowercases = lowercases
    self.stripsAccents = stripsAccents
    self.separatesIdeographs = separatesIdeographs
  }
}

/// One term of a text, as the index keeps it, with the place that it came from.
package struct Term: Sendable, Hashable {
  /// How a term relates to the text.
  package enum Role: Sendable, Hashable {
    /// A word, or a piece of a compound. The words of a text, in order, are what phrases are matched on.
    case word
    /// A compound as a whole (`gpt2` for `GPT-2`), beside its pieces.
    case compound
    /// The letters of a word that also carries signs (`c` of `C++`), beside the word.
    case bare
    /// Two neighbouring characters of a script that is written without spaces.
    case bigram
    /// One character of such a script that no bigram begins with.
    case character
  }

  /// Normalised and stemmed: what is stored and looked up. Holds no white space and no quote.
  package var text: String
  /// Normalised, not stemmed: what spelling is checked against.
  package var word: String
  /// Where it stands in the source, in Unicode scalars, half-open.
  package var range: Range<Int>
  package var role: Role

  package init(text: String, word: String, range: Range<Int>, role: Role) {
    self.text = text
    self.word = word
    self.range = range
    self.role = role
  }
}

/// A question, parsed: what to look for and where.
public struct Query: Sendable, Hashable {
  /// The question as it was asked, fields and all.
  public var original: String
  /// The words to look up and to encode, without fields, exclusions and quotation marks.
  public var text: String
  /// Word sequences that a passage must contain.
  public var phrases: [String]
  /// Words or phrases that a passage must not contain.
  public var excluded: [String]
  /// What documents must be.
  public var filter: SearchFilter
  /// The time that the words name; passages from it come first.
  public var time: DateMention?

  /// A question of these parts.
  public init(
    original: String, text: String, phrases: [String] = [], excluded: [String] = [],
    filter: SearchFilter = SearchFilter()
  ) {
    self.original = original
    self.text = text
    self.phrases = phrases
    self.excluded = excluded
    self.filter = filter
  }

  /// A question without any syntax: every character is taken as text.
  public init(text: String) {
    self.init(original: text, text: text)
  }
}

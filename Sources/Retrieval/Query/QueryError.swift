/// What is wrong with a question's syntax.
public enum QueryError: Error, Sendable, Hashable {
  /// Nothing to look for: no word, no phrase, no filter.
  case empty
  /// A concept or page is named by something without a word.
  case emptyConcept(String)
  /// A field that takes a date has something else; `field` is `after` or `before`.
  case invalidDate(field: String, value: String)
  /// A `layer:` that the knowledge base does not have.
  case unknownLayer(String, known: [String])
  /// `NOT` before a field that takes a date; `field` is `after` or `before`.
  case excludedDate(field: String, value: String)
  /// A glob whose brackets do not close.
  case invalidGlob(String)

  /// One line for people: what, where, how to mend.
  public var message: String {
    switch self {
    case .empty:
      "the question is empty: ask in words, for example footnote ask \"what is bacterial code?\""
    case .emptyConcept(let name):
      (name.contains { !$0.isWhitespace } ? "\(name) has no word in it" : "the name is empty")
        + ": name a page or a subject, for example footnote sources \"bacterial code\""
    case .invalidDate(let field, let value):
      "\(field):\(value) is not a date: write 2025, 2025-06, 2025-06-30, 3w (weeks ago), today, "
        + "yesterday or \"last month\""
    case .unknownLayer(let layer, let known):
      "there is no layer \(layer) here: the layers are \(known.joined(separator: ", "))"
    case .excludedDate(let field, let value):
      "NOT \(field):\(value) cannot be asked: write "
        + "\(field == "after" ? "before" : "after"):\(value)"
    case .invalidGlob(let glob):
      "path:\(glob) is not a glob: a [ is not closed"
    }
  }
}

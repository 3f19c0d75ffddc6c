/// What moved a passage up or down besides how well it fits the question.
public enum Prior: String, Sendable, Hashable, CaseIterable {
  /// The question names its page: it comes first.
  case page
  /// It is from the time that the question names.
  case time
  /// It only lists pages.
  case list
  /// It stands just before or behind a better one.
  case neighbour
}

/// One thing to look up for a question.
package struct TermElement: Sendable, Hashable {
  /// As it is stored.
  package var term: String
  /// Whether stored terms that begin with `term` fit too.
  package var isPrefix: Bool
  /// How often the question has it: a repeated word counts as often.
  package var count: Int

  package init(_ term: String, isPrefix: Bool = false, count: Int = 1) {
    (self.term, self.isPrefix, self.count) = (term, isPrefix, count)
  }
}

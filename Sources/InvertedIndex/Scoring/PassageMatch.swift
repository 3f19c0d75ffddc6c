/// A passage that has a term of a question.
package struct PassageMatch: Sendable, Hashable {
  /// The passage's id.
  package var id: Int64
  /// Its place among all passages of the index, deleted ones included.
  package var ordinal: Int
  /// The sum of what the terms score.
  package var score: Double
  /// The sum of the rarities of the terms that it has.
  package var coverage: Double

  package init(id: Int64, ordinal: Int, score: Double, coverage: Double) {
    (self.id, self.ordinal, self.score, self.coverage) = (id, ordinal, score, coverage)
  }

  /// Whether this comes before `other` in a ranking; equal scores are ordered by the lower id.
  package func precedes(_ other: Self) -> Bool {
    score != other.score ? score > other.score : id < other.id
  }
}

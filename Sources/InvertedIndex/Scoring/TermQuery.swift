/// A question as an index understands it: its elements looked up once, for any number of searches.
package struct TermQuery: Sendable {
  /// The postings of an element in each segment.
  struct Lists: Sendable {
    var inSegments: [PostingList?]
    /// Keeps lists alive that are in no file.
    var merged: [MergedPostings]
  }

  /// In the order in which scores are summed.
  package let elements: [TermElement]
  /// Number of passages that have each element in their text.
  package let frequencies: [Int]
  /// How rare each element is.
  package let rarities: [Double]
  let lists: [Lists]

  /// The sum of all rarities: what `PassageMatch.coverage` is a share of.
  package var totalRarity: Double { rarities.reduce(0, +) }
}

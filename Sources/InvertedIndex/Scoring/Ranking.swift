/// Scored passages, of which the best are wanted.
struct Ranking {
  private struct Entry {
    var score: Double
    /// In the lists of ordinals and coverage.
    var place: Int

    /// Places ascend with ids.
    @inline(__always)
    func precedes(_ other: Self) -> Bool {
      score != other.score ? score > other.score : place < other.place
    }
  }

  private let ordinals: [UInt32]
  private let scores: [Double]
  private let coverage: [Double]

  /// - Parameter ordinals: Ascending.
  init(_ scores: [Double], _ coverage: [Double], of ordinals: [UInt32]) {
    (self.ordinals, self.scores, self.coverage) = (ordinals, scores, coverage)
  }

  /// The `k` best of what scores at all. Complexity: O(n + k log k) for scores in no particular order.
  func best(_ k: Int, in index: InvertedIndex) -> [PassageMatch] {
    var kept: [Entry] = []
    let limit = k > scores.count / 2 ? scores.count : 2 * k + 64
    kept.reserveCapacity(min(limit, scores.count) + 1)
    var least = 0.0
    for place in scores.indices where scores[place] > least {
      kept.append(Entry(score: scores[place], place: place))
      if kept.count > limit {
        kept.sort { $0.precedes($1) }
        kept.removeLast(kept.count - k)
        // What comes later and is as high has a higher id.
        least = kept[k - 1].score
      }
    }
    kept.sort { $0.precedes($1) }
    return kept.prefix(k).map { entry in
      let ordinal = Int(ordinals[entry.place])
      return PassageMatch(
        id: index.id(at: ordinal), ordinal: ordinal, score: entry.score,
        coverage: coverage[entry.place])
    }
  }
}

/// The receiver operating characteristic of a score that should tell two groups apart.
public enum ROC {
  /// The area under the curve: the probability that a positive scores higher than a negative, ties
  /// counting half (the Mann–Whitney statistic; Hanley and McNeil 1982). 0.5 where a group is empty.
  ///
  /// Complexity: O(n log n).
  public static func area(positives: [Double], negatives: [Double]) -> Double {
    guard !positives.isEmpty, !negatives.isEmpty else { return 0.5 }
    let negatives = negatives.sorted()
    var wins = 0.0
    for positive in positives {
      let below = Self.count(negatives) { $0 < positive }
      let notAbove = Self.count(negatives) { $0 <= positive }
      wins += Double(below) + Double(notAbove - below) / 2
    }
    return wins / (Double(positives.count) * Double(negatives.count))
  }

  /// How many values at the front of `sorted` satisfy a condition that never holds again after it
  /// failed.
  private static func count(_ sorted: [Double], where holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(sorted[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

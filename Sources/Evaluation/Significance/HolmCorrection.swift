/// Holm's step-down correction for testing several hypotheses at once (Holm 1979): the chance of any
/// false alarm among them stays below the level.
public enum HolmCorrection {
  /// The adjusted p values, in the order of `p`: the i-th smallest of m is multiplied by m - i + 1, is
  /// never below a smaller one's, and at most 1. Complexity: O(m log m).
  public static func adjusted(_ p: [Double]) -> [Double] {
    var adjusted = p
    var floor = 0.0
    let ascending = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    for (rank, index) in ascending.enumerated() {
      floor = max(floor, min(1, p[index] * Double(p.count - rank)))
      adjusted[index] = floor
    }
    return adjusted
  }
}

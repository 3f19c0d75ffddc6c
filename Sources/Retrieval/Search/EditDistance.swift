/// Number of insertions, deletions, replacements and swaps of neighbours that turn one word into another,
/// no letter being touched twice ("optimal string alignment", after Damerau 1964).
enum EditDistance {
  /// `nil` where it is more than `limit`.
  ///
  /// Complexity: O(`left.count` × `right.count`).
  static func between(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int
  ) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var older: [Int] = []
    var previous = Array(0...right.count)
    for i in left.indices {
      var current = [i + 1]
      for j in right.indices {
        let cost = left[i] == right[j] ? 0 : 1
        var distance = min(previous[j + 1] + 1, current[j] + 1, previous[j] + cost)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          distance = min(distance, older[j - 1] + 1)
        }
        current.append(distance)
      }
      if current.allSatisfy({ $0 > limit }) { return nil }
      older = previous
      previous = current
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}

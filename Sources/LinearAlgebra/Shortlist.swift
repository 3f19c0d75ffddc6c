/// The `limit` best of a stream of scored indices, as `TopK` but in no order: cheaper where many are kept.
package struct Shortlist: Sendable {
  /// How many candidates are kept at most, at least 1.
  package let limit: Int
  /// A score below this one would not be kept.
  package private(set) var threshold = -Float.infinity
  // Up to twice as many as are kept.
  private var entries: [TopK.Entry] = []

  package init(_ limit: Int) {
    self.limit = max(1, limit)
  }

  /// Considers a candidate. Complexity: O(1) on average.
  @inline(__always)
  package mutating func offer(_ score: Float, at index: Int) {
    guard score >= threshold else { return }
    entries.append(TopK.Entry(index: index, score: score))
    if entries.count >= 2 * limit { cut() }
  }

  /// Considers what another list has kept.
  package mutating func merge(_ other: Shortlist) {
    for entry in other.entries { offer(entry.score, at: entry.index) }
  }

  /// What was kept, at most `limit`. Complexity: O(limit).
  package var kept: [TopK.Entry] {
    var copy = self
    if copy.entries.count > limit { copy.cut() }
    return copy.entries
  }

  /// Puts the best in front (Hoare 1961, "Find") and lets go of the others.
  private mutating func cut() {
    entries.withUnsafeMutableBufferPointer { entries in
      var (low, high) = (0, entries.count - 1)
      while low < high {
        let pivot = entries[low + (high - low) / 2]
        var (left, right) = (low, high)
        while left <= right {
          while entries[left].precedes(pivot) { left += 1 }
          while pivot.precedes(entries[right]) { right -= 1 }
          guard left <= right else { break }
          entries.swapAt(left, right)
          left += 1
          right -= 1
        }
        if limit - 1 <= right {
          high = right
        } else if limit - 1 >= left {
          low = left
        } else {
          break
        }
      }
    }
    entries.removeLast(entries.count - limit)
    threshold = entries.reduce(.infinity) { min($0, $1.score) }
  }
}

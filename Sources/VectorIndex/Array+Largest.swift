extension [Float] {
  /// The places of the `count` largest, ascending; of equal ones those that come first. What is no number is
  /// taken last. Complexity: O(n) for values in no particular order.
  func placesOfLargest(_ count: Int) -> [Int] {
    guard count < self.count else { return [Int](indices) }
    guard count > 0 else { return [] }
    let values = map { $0.isNaN ? -.infinity : $0 }
    let threshold = values.largest(count)
    var equal = count - values.count { $0 > threshold }
    return indices.filter { index in
      if values[index] > threshold { return true }
      guard values[index] == threshold, equal > 0 else { return false }
      equal -= 1
      return true
    }
  }

  /// The `count`-th of the values, which are numbers, in descending order, found by partitioning (Hoare 1961,
  /// "Find").
  private func largest(_ count: Int) -> Float {
    var values = self
    var (low, high) = (0, values.count - 1)
    while low < high {
      let pivot = values[(low + high) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while values[left] > pivot { left += 1 }
        while values[right] < pivot { right -= 1 }
        guard left <= right else { break }
        values.swapAt(left, right)
        left += 1
        right -= 1
      }
      if count - 1 <= right {
        high = right
      } else if count - 1 >= left {
        low = left
      } else {
        break
      }
    }
    return values[count - 1]
  }
}

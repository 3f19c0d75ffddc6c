/// A set of passages, a bit for each ordinal.
package struct OrdinalSet: Sendable, Hashable {
  /// Number of ordinals, whether in the set or not.
  package let capacity: Int
  private(set) var words: [UInt64]

  /// An empty set of the ordinals `0 ..< capacity`.
  package init(capacity: Int) {
    self.capacity = capacity
    words = [UInt64](repeating: 0, count: (capacity + 63) / 64)
  }

  /// Number of members. Complexity: O(capacity / 64).
  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  @inline(__always)
  package func contains(_ ordinal: Int) -> Bool {
    words[ordinal &>> 6] &>> UInt64(ordinal & 63) & 1 != 0
  }

  @inline(__always)
  package mutating func insert(_ ordinal: Int) { words[ordinal >> 6] |= 1 << UInt64(ordinal & 63) }

  /// Puts in all of a range.
  package mutating func insert(_ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let end = min(range.upperBound, (at | 63) + 1)
      let length = end - at
      let ones: UInt64 = length == 64 ? .max : 1 << UInt64(length) - 1
      words[at >> 6] |= ones << UInt64(at & 63)
      at = end
    }
  }

  /// Takes out what `other` has.
  package mutating func subtract(_ other: Self) {
    for index in words.indices where index < other.words.count {
      words[index] &= ~other.words[index]
    }
  }

  /// What both have.
  package func intersection(_ other: Self) -> Self {
    var result = self
    for index in words.indices {
      result.words[index] &= index < other.words.count ? other.words[index] : 0
    }
    return result
  }

  /// Calls `body` with each member, ascending. Complexity: O(capacity / 64 + members).
  @inline(__always)
  package func visit(_ body: (Int) -> Void) { visit(0..<capacity, members: true, body) }

  /// Calls `body` with each ordinal of a range that is a member, or with each that is none, ascending.
  @inline(__always)
  func visit(_ range: Range<Int>, members: Bool, _ body: (Int) -> Void) {
    if range.isEmpty { return }
    let flipped: UInt64 = members ? 0 : .max
    words.withUnsafeBufferPointer { words in
      for index in (range.lowerBound >> 6)...((range.upperBound - 1) >> 6) {
        var rest = words[index] ^ flipped
        let first = index << 6
        if first < range.lowerBound { rest &= .max << UInt64(range.lowerBound - first) }
        if first + 64 > range.upperBound { rest &= .max >> UInt64(first + 64 - range.upperBound) }
        while rest != 0 {
          body(first &+ rest.trailingZeroBitCount)
          rest &= rest &- 1
        }
      }
    }
  }
}

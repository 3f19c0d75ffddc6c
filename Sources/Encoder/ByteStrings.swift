/// A list of byte strings that lie one after another in one array.
struct ByteStrings: Sendable {
  /// All strings, without anything between them.
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Number of strings.
  var count: Int { ends.count }

  /// Adds a string.
  mutating func append(_ string: some Sequence<UInt8>) {
    bytes.append(contentsOf: string)
    ends.append(bytes.count)
  }

  /// Where the string at `index` lies in `bytes`.
  ///
  /// - Precondition: `index` lies in `0 ..< count`.
  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  subscript(index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

  /// The indices of the strings in the order of their bytes, equal ones in the order in which they
  /// were added. Complexity: O(n log n) comparisons, most of them of 8 bytes.
  func sorted() -> [Int] {
    let heads = (0..<count).map { head($0) }
    return (0..<count).sorted { left, right in
      if heads[left] != heads[right] { return heads[left] < heads[right] }
      let (a, b) = (self[left], self[right])
      if a.elementsEqual(b) { return left < right }
      return a.lexicographicallyPrecedes(b)
    }
  }

  /// The first 8 bytes as a number that orders as they do.
  private func head(_ index: Int) -> UInt64 {
    let range = range(index)
    var head: UInt64 = 0
    for offset in 0..<8 {
      let place = range.lowerBound + offset
      head = head << 8 | (place < range.upperBound ? UInt64(bytes[place]) : 0)
    }
    return head
  }
}

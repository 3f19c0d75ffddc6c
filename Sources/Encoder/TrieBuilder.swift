/// Makes the double array of a trie.
struct TrieBuilder {
  /// Places are handed out in blocks, and a node's children all lie in one.
  private static let block = 256
  /// Only the free places of this many last blocks are tried: what is free in earlier ones is hard to
  /// use, and looking there would take the most time (darts-clone).
  private static let openBlocks = 16

  private var units: [UInt64] = []
  private var isFree: [Bool] = []
  private var isBase: [Bool] = []
  /// The free places of the open blocks, as a ring through place 0, which is the root's.
  private var next: [Int] = [0]
  private var previous: [Int] = [0]
  private var closed = 0

  /// A node whose children are still to be placed.
  private struct Pending {
    var place: Int
    var label: UInt8
    /// Which of the sorted keys begin with what leads to the node.
    var keys: Range<Int>
    var depth: Int
  }

  /// The units of a trie.
  ///
  /// - Parameters:
  ///   - keys: Keys of at least 1 byte, none of which is 0. Of equal ones the last counts.
  ///   - values: One for each key, not negative.
  /// - Returns: `nil` where they are too many.
  /// - Complexity: O(n log n) for n keys, for about 1 µs each.
  static func units(of keys: ByteStrings, values: [Int32]) -> [UInt64]? {
    var builder = TrieBuilder()
    return builder.build(keys, values)
  }

  private mutating func build(_ keys: ByteStrings, _ values: [Int32]) -> [UInt64]? {
    let order = keys.sorted()
    addBlock()
    take(0)
    isBase[0] = true
    var pending = [Pending(place: 0, label: 0, keys: 0..<order.count, depth: 0)]
    var labels: [UInt8] = []
    var ranges: [Range<Int>] = []
    while let node = pending.popLast() {
      var first = node.keys.lowerBound
      var value: Int32?
      while first < node.keys.upperBound, keys.range(order[first]).count == node.depth {
        value = values[order[first]]
        first += 1
      }
      split(first..<node.keys.upperBound, keys, order, node.depth, &labels, &ranges)
      guard !labels.isEmpty else {
        units[node.place] = TrieUnit(label: node.label, base: 0, value: value).bits
        continue
      }
      let base = base(for: labels)
      guard base < TrieUnit.bases else { return nil }
      isBase[base] = true
      units[node.place] = TrieUnit(label: node.label, base: base, value: value).bits
      for (label, range) in zip(labels, ranges) {
        take(base ^ Int(label))
        pending.append(
          Pending(place: base ^ Int(label), label: label, keys: range, depth: node.depth + 1))
      }
    }
    return units
  }

  /// Parts sorted keys by their byte at `depth`.
  private func split(
    _ keys: Range<Int>, _ strings: ByteStrings, _ order: [Int], _ depth: Int,
    _ labels: inout [UInt8], _ ranges: inout [Range<Int>]
  ) {
    labels.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    var start = keys.lowerBound
    for index in keys {
      let label = strings.bytes[strings.range(order[index]).lowerBound + depth]
      if labels.last != label {
        if index > start { ranges.append(start..<index) }
        labels.append(label)
        start = index
      }
    }
    if start < keys.upperBound { ranges.append(start..<keys.upperBound) }
  }

  /// A base that no other node has and at which all children find room.
  private mutating func base(for labels: [UInt8]) -> Int {
    var place = next[0]
    while place != 0 {
      let base = place ^ Int(labels[0])
      if !isBase[base], labels.allSatisfy({ isFree[base ^ Int($0)] }) { return base }
      place = next[place]
    }
    // Any base of a new block will do.
    addBlock()
    return units.count - Self.block
  }

  private mutating func addBlock() {
    let start = units.count
    units += Array(repeating: 0, count: Self.block)
    isFree += Array(repeating: true, count: Self.block)
    isBase += Array(repeating: false, count: Self.block)
    next += Array(repeating: 0, count: units.count - next.count)
    previous += Array(repeating: 0, count: units.count - previous.count)
    for place in start..<units.count where place > 0 {
      let last = previous[0]
      next[last] = place
      previous[place] = last
      next[place] = 0
      previous[0] = place
    }
    let blocks = units.count / Self.block
    while blocks - closed > Self.openBlocks {
      for place in (closed * Self.block)..<((closed + 1) * Self.block)
      where place > 0 && isFree[place] {
        unlink(place)
      }
      closed += 1
    }
  }

  private mutating func take(_ place: Int) {
    isFree[place] = false
    if place > 0 { unlink(place) }
  }

  private mutating func unlink(_ place: Int) {
    next[previous[place]] = next[place]
    previous[next[place]] = previous[place]
  }
}

/// The distinct terms of a segment that is being built: numbers for byte strings.
struct TermTable: ~Copyable {
  private var text = Buffer<UInt8>(capacity: 1 << 16)
  private var ends = Buffer<UInt32>(capacity: 1 << 12)
  /// Open addressing: the upper half of the hash, and the term's number plus 1; 0 is free.
  private var slots: UnsafeMutablePointer<UInt64>
  private var mask: Int

  init() {
    mask = 1 << 14 - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
  }

  deinit { slots.deallocate() }

  var count: Int { ends.count }
  var byteCount: Int { text.byteCount + ends.byteCount + 8 * (mask + 1) }
  var textCount: Int { text.count }

  /// One step of the hash that `number(of:hash:)` wants, from `seed` on.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  @inline(__always)
  static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The number of a term; terms are numbered in the order of their first occurrence.
  @inline(__always)
  mutating func number(of term: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let spread = (hash ^ hash &>> 32) &* 0x9E37_79B9_7F4A_7C15
    let tag = spread & 0xFFFF_FFFF_0000_0000
    var slot = Int(truncatingIfNeeded: spread &>> 20) & mask
    while slots[slot] != 0 {
      let found = slots[slot]
      if found & 0xFFFF_FFFF_0000_0000 == tag {
        let number = Int(truncatingIfNeeded: found & 0xFFFF_FFFF) &- 1
        let own = self[number]
        if ByteOrder.areEqual(own, UnsafeRawBufferPointer(term)) {
          return number
        }
      }
      slot = (slot &+ 1) & mask
    }
    return add(term, tag: tag, slot: slot)
  }

  /// The bytes of a term; good until another is added.
  @inline(__always)
  subscript(number: Int) -> UnsafeRawBufferPointer {
    let start = number == 0 ? 0 : Int(ends[number &- 1])
    return UnsafeRawBufferPointer(start: text.base + start, count: Int(ends[number]) &- start)
  }

  @inline(never)
  private mutating func add(_ term: UnsafeBufferPointer<UInt8>, tag: UInt64, slot: Int) -> Int {
    let at = text.count
    text.extend(by: term.count)
    UnsafeMutableRawBufferPointer(start: text.base + at, count: term.count)
      .copyMemory(from: UnsafeRawBufferPointer(term))
    ends.append(UInt32(truncatingIfNeeded: text.count))
    slots[slot] = tag | UInt64(count)
    let number = count - 1
    if count * 2 > mask { rehash() }
    return number
  }

  private mutating func rehash() {
    let old = UnsafeBufferPointer(start: slots, count: mask + 1)
    let size = (mask + 1) * 4
    let next = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
    next.initialize(repeating: 0, count: size)
    // A tag does not say where its term belongs in a larger table: hashes are computed anew.
    for entry in old where entry != 0 {
      let term = self[Int(entry & 0xFFFF_FFFF) - 1]
      let hash = term.reduce(Self.seed) { Self.mixed($0, $1) }
      let spread = (hash ^ hash &>> 32) &* 0x9E37_79B9_7F4A_7C15
      var slot = Int(truncatingIfNeeded: spread &>> 20) & (size - 1)
      while next[slot] != 0 { slot = (slot + 1) & (size - 1) }
      next[slot] = entry
    }
    slots.deallocate()
    slots = next
    mask = size - 1
  }

  /// The numbers of all terms in the order of their bytes. Complexity: O(terms log terms).
  func sorted() -> [Int] {
    var keyed: [(key: UInt64, number: Int)] = (0..<count).map { number in
      let term = self[number]
      var key: UInt64 = 0
      for index in 0..<8 { key = key << 8 | (index < term.count ? UInt64(term[index]) : 0) }
      return (key, number)
    }
    keyed.sort { left, right in
      if left.key != right.key { return left.key < right.key }
      return ByteOrder.order(self[left.number], self[right.number]) < 0
    }
    return keyed.map(\.number)
  }
}

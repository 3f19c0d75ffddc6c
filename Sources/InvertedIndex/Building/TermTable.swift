/// The distinct terms of a segment that is being built: numbers for byte strings.
struct TermTable: ~Copyable {
  private var text = Buffer<UInt8>(capacity: 1 << 16)
  private(set) var terms = Buffer<BuiltTerm>(capacity: 1 << 12)
  /// Open addressing: the upper half of the hash, and the term's number plus 1; 0 is free.
  private var slots: UnsafeMutablePointer<UInt64>
  private var mask: Int
  private static let tagMask: UInt64 = 0xFFFF_FFFF_0000_0000

  init() {
    mask = 1 << 14 - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
  }

  deinit { slots.deallocate() }

  var count: Int { terms.count }
  var byteCount: Int { text.byteCount + terms.byteCount + 8 * (mask + 1) }
  var textCount: Int { text.count }

  /// The first 8 bytes of a term, zeros behind shorter ones.
  @inline(__always)
  static func key(of term: UnsafeRawBufferPointer) -> UInt64 {
    if term.count >= 8 { return term.loadUnaligned(as: UInt64.self) }
    var key: UInt64 = 0
    for index in 0..<term.count { key |= UInt64(term[index]) << UInt64(8 * index) }
    return key
  }

  /// - Parameter key: That of the term.
  @inline(__always)
  private static func hash(_ term: UnsafeRawBufferPointer, key: UInt64) -> UInt64 {
    var hash = (key ^ UInt64(truncatingIfNeeded: term.count)) &* 0x9E37_79B1_85EB_CA87
    var at = 8
    while at < term.count {
      // The last words overlap rather than end early.
      let word = term.loadUnaligned(fromByteOffset: min(at, term.count &- 8), as: UInt64.self)
      hash = (hash ^ hash &>> 29 ^ word) &* 0xC2B2_AE3D_27D4_EB4F
      at &+= 8
    }
    hash = (hash ^ hash &>> 32) &* 0x9FB2_1C65_1E98_DF25
    return hash ^ hash &>> 28
  }

  /// Where a term stands among `terms`; they are numbered in the order of their first occurrence.
  ///
  /// - Parameters:
  ///   - key: That of the term.
  ///   - make: The chain of a new one.
  @inline(__always)
  mutating func number(
    of term: UnsafeRawBufferPointer, key: UInt64, _ make: () -> PostingArena.Chain
  ) -> Int {
    let hash = Self.hash(term, key: key)
    let tag = hash & Self.tagMask
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let found = slots[slot]
      if found & Self.tagMask == tag {
        let number = Int(truncatingIfNeeded: found & ~Self.tagMask) &- 1
        let own = terms.base + number
        if own.pointee.key == key, Int(own.pointee.length) == term.count,
          term.count <= 8 || ByteOrder.areEqual(self[number], term)
        {
          return number
        }
      }
      slot = (slot &+ 1) & mask
    }
    return add(term, key: key, tag: tag, slot: slot, chain: make())
  }

  /// The bytes of a term; good until another is added.
  @inline(__always)
  subscript(number: Int) -> UnsafeRawBufferPointer {
    let term = terms.base + number
    return UnsafeRawBufferPointer(
      start: text.base + Int(term.pointee.textStart), count: Int(term.pointee.length))
  }

  @inline(never)
  private mutating func add(
    _ term: UnsafeRawBufferPointer, key: UInt64, tag: UInt64, slot: Int, chain: PostingArena.Chain
  ) -> Int {
    let at = text.count
    text.extend(by: term.count)
    UnsafeMutableRawBufferPointer(start: text.base + at, count: term.count).copyMemory(from: term)
    terms.append(
      BuiltTerm(
        key: key, textStart: UInt32(truncatingIfNeeded: at),
        length: UInt32(truncatingIfNeeded: term.count), chain: chain))
    slots[slot] = tag | UInt64(count)
    if count * 2 > mask { rehash() }
    return count - 1
  }

  private mutating func rehash() {
    let size = (mask + 1) * 4
    let next = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
    next.initialize(repeating: 0, count: size)
    for number in 0..<count {
      let hash = Self.hash(self[number], key: terms[number].key)
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while next[slot] != 0 { slot = (slot + 1) & (size - 1) }
      next[slot] = hash & Self.tagMask | UInt64(number + 1)
    }
    slots.deallocate()
    slots = next
    mask = size - 1
  }

  /// The numbers of all terms in the order of their bytes. Complexity: O(terms log terms).
  func sorted() -> [Int] {
    var keyed = (0..<count).map { (key: terms[$0].key.byteSwapped, number: $0) }
    keyed.sort { left, right in
      if left.key != right.key { return left.key < right.key }
      return ByteOrder.order(self[left.number], self[right.number]) < 0
    }
    return keyed.map(\.number)
  }
}

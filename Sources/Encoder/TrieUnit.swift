/// A node of a trie over bytes as a double array keeps it (Aoe 1989, with the exclusive or of
/// darts-clone): the child for the byte c lies at `base ^ c`, and carries c as its label.
///
/// No key contains the byte 0, which is the label of free places. No node has the base 0 but those without
/// children, which therefore find none.
struct TrieUnit: Sendable {
  /// 8 bits of label, 24 of base, 32 of value + 1.
  let bits: UInt64

  static let bases = 1 << 24
  static let largestValue = Int32.max - 1

  @inline(__always)
  init(bits: UInt64) {
    self.bits = bits
  }

  init(label: UInt8, base: Int, value: Int32?) {
    bits =
      UInt64(label) << 56 | UInt64(base) << 32 | UInt64(UInt32(bitPattern: (value ?? -1) + 1))
  }

  @inline(__always)
  var label: UInt8 { UInt8(truncatingIfNeeded: bits >> 56) }

  /// Where the child for `byte` would be.
  @inline(__always)
  func child(_ byte: UInt8) -> Int {
    Int(truncatingIfNeeded: bits >> 32 & 0xff_ffff) ^ Int(byte)
  }

  /// What belongs to the key that ends here; -1 where none does.
  @inline(__always)
  var value: Int32 { Int32(truncatingIfNeeded: bits & 0xffff_ffff) &- 1 }
}

extension Span<UInt64> {
  /// The child of `unit` for `byte`, where these are a trie's units; nil where it has none, or where a
  /// damaged file names a place outside.
  @inline(__always)
  func child(of unit: TrieUnit, _ byte: UInt8) -> TrieUnit? {
    let place = unit.child(byte)
    guard place < count, byte != 0 else { return nil }
    let child = TrieUnit(bits: self[place])
    return child.label == byte ? child : nil
  }

  /// Where every search begins.
  @inline(__always)
  var root: TrieUnit { TrieUnit(bits: isEmpty ? 0 : self[0]) }
}

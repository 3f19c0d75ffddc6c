internal import Digest

/// The first 512 bytes of every file of this module, little-endian: eight letters that name the kind and
/// version, up to 30 numbers, three digests, and a digest over all of these, which is all that opening a
/// file checks.
struct FileHeader: Sendable, Equatable {
  static let length = 512
  private static let numberCount = 30
  private static let digestStart = 8 + 8 * numberCount

  /// Eight ASCII letters.
  let magic: String
  var numbers: [Int]
  /// What the vectors were made with.
  var fingerprint: [UInt8]
  /// The digest of the header of the file that this one belongs to; zeros for one that stands alone.
  var owner: [UInt8]
  /// The digest of the table of digests at the file's end.
  var parts: [UInt8]

  private var fields: [UInt8] {
    var bytes = Array(magic.utf8)
    for index in 0..<Self.numberCount {
      let number = index < numbers.count ? numbers[index] : 0
      bytes.append(littleEndian: UInt64(bitPattern: Int64(number)))
    }
    return bytes + fingerprint + owner + parts
  }

  /// A digest that no other file's header has.
  var digest: [UInt8] { SHA256Digest(of: fields).bytes }

  var bytes: [UInt8] {
    let content = fields + digest
    return content + [UInt8](repeating: 0, count: Self.length - content.count)
  }

  init(magic: String, numbers: [Int], fingerprint: [UInt8], owner: [UInt8]? = nil) {
    precondition(magic.utf8.count == 8 && numbers.count <= Self.numberCount)
    self.magic = magic
    self.numbers = numbers
    self.fingerprint = fingerprint
    self.owner = owner ?? [UInt8](repeating: 0, count: 32)
    parts = [UInt8](repeating: 0, count: 32)
  }

  /// Reads a header of `count` numbers; `nil` where the bytes are none, or one of another kind.
  init?(_ bytes: [UInt8], magic: String, count: Int) {
    guard bytes.count >= Self.length, Array(bytes.prefix(8)) == Array(magic.utf8) else {
      return nil
    }
    let start = Self.digestStart
    self.magic = magic
    numbers = (0..<count).map { Int(Int64(bitPattern: bytes.number(at: 8 + 8 * $0))) }
    fingerprint = Array(bytes[start..<(start + 32)])
    owner = Array(bytes[(start + 32)..<(start + 64)])
    parts = Array(bytes[(start + 64)..<(start + 96)])
    let sound = SHA256Digest(of: Array(bytes[..<(start + 96)])).bytes
    guard Array(bytes[(start + 96)..<(start + 128)]) == sound,
      bytes[(start + 128)..<Self.length].allSatisfy({ $0 == 0 })
    else { return nil }
  }
}

extension [UInt8] {
  /// Adds an integer, its lowest byte first.
  mutating func append(littleEndian number: some FixedWidthInteger & UnsignedInteger) {
    var rest = UInt64(number)
    for _ in 0..<(number.bitWidth / 8) {
      append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// The 64-bit integer that begins at `offset`, which must leave room for it.
  func number(at offset: Int) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(self[offset + $1]) << UInt64(8 * $1) }
  }
}

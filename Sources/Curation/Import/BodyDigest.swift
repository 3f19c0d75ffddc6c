import Digest

/// Tells whether two files say the same: the sha256 of the text without front matter, white space at
/// both ends and carriage returns.
struct BodyDigest: Hashable {
  private let digest: SHA256Digest

  /// `nil` for a text that shows nothing.
  init?(_ text: ArraySlice<UInt8>) {
    let isBlank = { (byte: UInt8) in byte <= 0x20 }
    let head = text.drop(while: isBlank)
    guard !head.isEmpty else { return nil }
    var end = head.endIndex
    while end > head.startIndex, isBlank(head[end - 1]) { end -= 1 }
    let shown = head[..<end]
    digest = SHA256Digest(
      of: shown.contains(0x0D) ? Self.withoutReturns(shown) : Array(shown))
  }

  init?(_ text: String) {
    self.init(Array(text.utf8)[...])
  }

  private static func withoutReturns(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for (index, byte) in zip(text.indices, text) {
      guard byte == 0x0D else {
        result.append(byte)
        continue
      }
      // A carriage return alone ended lines once.
      if index + 1 == text.endIndex || text[index + 1] != 0x0A { result.append(0x0A) }
    }
    return result
  }
}

/// A text of which only the words matter: runs of white space are one space, none at the ends, lower
/// case. Compared byte by byte, so that no normalisation of Unicode comes in.
package struct FoldedText: Sendable, Hashable {
  private let bytes: [UInt8]

  package init(_ text: String) {
    var folded = ""
    var isPending = false
    for scalar in text.unicodeScalars {
      if Self.isSpace(scalar) {
        isPending = !folded.isEmpty
        continue
      }
      if isPending { folded.unicodeScalars.append(" ") }
      isPending = false
      // The final sigma is folded by hand: lower-casing one scalar at a time cannot tell word ends.
      folded += scalar == "\u{3C2}" ? "\u{3C3}" : scalar.properties.lowercaseMapping
    }
    bytes = Array(folded.utf8)
  }

  /// Whether `other` stands somewhere in this text. Complexity: O(n · m), in practice O(n).
  package func contains(_ other: FoldedText) -> Bool {
    guard let first = other.bytes.first else { return true }
    let size = other.bytes.count
    guard size <= bytes.count else { return false }
    for start in 0...(bytes.count - size)
    where bytes[start] == first && bytes[start..<(start + size)] == other.bytes[...] {
      return true
    }
    return false
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    // U+001C to U+001F separate records; Unicode does not call them white space, others do.
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }
}

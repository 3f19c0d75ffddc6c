/// The target of a markdown link, as it is written and as it is meant.
package enum LinkTarget {
  /// The destination that begins `range` (without angle brackets) and where it ends.
  static func destination(
    _ text: [UInt8], _ range: Range<Int>
  ) -> (target: Range<Int>, end: Int)? {
    var index = range.lowerBound
    guard index < range.upperBound else { return nil }
    if text[index] == 0x3C {
      index += 1
      while index < range.upperBound {
        switch text[index] {
        case 0x3E: return (range.lowerBound + 1..<index, index + 1)
        case 0x3C, 0x0A, 0x0D: return nil
        case 0x5C: index += 2
        default: index += 1
        }
      }
      return nil
    }
    var depth = 0
    while index < range.upperBound {
      let byte = text[index]
      if ByteClass.isBlank(byte) { break }
      if byte == 0x28 {
        depth += 1
        if depth > 32 { return nil }
      } else if byte == 0x29 {
        if depth == 0 { break }
        depth -= 1
      } else if byte == 0x5C, index + 1 < range.upperBound,
        ByteClass.isPunctuation(text[index + 1])
      {
        index += 1
      }
      index += 1
    }
    return depth == 0 ? (range.lowerBound..<index, index) : nil
  }

  /// The path and the fragment of a target; `nil` where it leads to another host or program.
  package static func split(_ written: String) -> (path: String, fragment: String?)? {
    guard !isExternal(written) else { return nil }
    let bytes = written.utf8
    let plain = unescaped(written)
    guard bytes.contains(0x23) else { return (percentDecoded(plain), nil) }
    let hash = plain.utf8.firstIndex(of: 0x23) ?? plain.endIndex
    let path = percentDecoded(String(plain[..<hash]))
    let fragment = hash < plain.endIndex ? String(plain[plain.utf8.index(after: hash)...]) : ""
    return (path, fragment.isEmpty ? nil : percentDecoded(fragment))
  }

  /// Whether a target names a scheme (`https:`, `mailto:`) or a host (`//host/`).
  package static func isExternal(_ target: String) -> Bool {
    let bytes = target.utf8
    if bytes.starts(with: "//".utf8) { return true }
    guard let colon = bytes.firstIndex(of: 0x3A), let first = bytes.first,
      ByteClass.isLetter(first)
    else { return false }
    let scheme = bytes[..<colon]
    return scheme.count >= 2 && scheme.count <= 32
      && scheme.allSatisfy {
        ByteClass.isLetterOrDigit($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
      }
  }

  /// Replaces `%20` and the like. What does not decode to UTF-8 stays as it is.
  static func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(0x25) else { return text }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count, let high = hex(bytes[index + 1]),
        let low = hex(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(validating: decoded, as: UTF8.self) ?? text
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// Without the backslashes before punctuation.
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(0x5C) else { return text }
    var result: [UInt8] = []
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped, !ByteClass.isPunctuation(byte) { result.append(0x5C) }
      isEscaped = byte == 0x5C && !isEscaped
      if !isEscaped { result.append(byte) }
    }
    if isEscaped { result.append(0x5C) }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Classes of the bytes of markdown text.
enum ByteClass {
  /// Space, line ends and every other control character.
  static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F }

  static func isSpaceOrTab(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  /// Letters, digits and every byte of a scalar above U+007F.
  static func isWord(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || byte >= 0x80 }

  /// ASCII punctuation, as CommonMark has it.
  static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !isLetterOrDigit(byte)
  }

  /// Number of bytes of the white space at `index`, 0 where there is none. No-break and other Unicode
  /// spaces count, and so does the zero-width space, which separates words.
  static func blankLength(in bytes: [UInt8], at index: Int, end: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return isBlank(byte) ? 1 : 0 }
    guard byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xE1 || byte == 0xEF else {
      return 0
    }
    if byte == 0xC2 {
      guard index + 1 < end else { return 0 }
      // The C1 control characters and the no-break space.
      return bytes[index + 1] <= 0xA0 ? 2 : 0
    }
    guard index + 2 < end else { return 0 }
    return isWideBlank(byte, bytes[index + 1], bytes[index + 2]) ? 3 : 0
  }

  /// Number of bytes of the white space that ends at `index`.
  static func blankLength(in bytes: [UInt8], before index: Int, start: Int) -> Int {
    let byte = bytes[index - 1]
    if byte < 0x80 { return isBlank(byte) ? 1 : 0 }
    if index - 2 >= start, bytes[index - 2] == 0xC2 { return byte <= 0xA0 ? 2 : 0 }
    guard index - 3 >= start else { return 0 }
    return isWideBlank(bytes[index - 3], bytes[index - 2], byte) ? 3 : 0
  }

  private static func isWideBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE1, 0x9A): third == 0x80  // U+1680
    case (0xE2, 0x80): third <= 0x8B || third == 0xA8 || third == 0xA9 || third == 0xAF
    case (0xE2, 0x81): third == 0x9F  // U+205F
    case (0xE3, 0x80): third == 0x80  // U+3000
    case (0xEF, 0xBB): third == 0xBF  // U+FEFF
    default: false
    }
  }
}

/// Widths of characters in the columns of a terminal.
enum DisplayWidth {
  /// Scalars of the East Asian classes Wide and Fullwidth (Unicode 15, UAX #11), neighbouring ranges
  /// joined. Emoji that are wide by default are told by their property and are not listed.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265,
    0x20000...0x3FFFD,
  ]

  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x1100 { return false }
    return wide.contains { $0.contains(value) } || scalar.properties.isEmojiPresentation
  }

  /// Whether a scalar takes no column of its own: marks, joiners, controls.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      true
    default: false
    }
  }
}

extension Character {
  /// The number of columns that the character takes in a terminal: 0, 1 or 2.
  package var displayWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if (0x20..<0x7F).contains(first.value), utf8.count == 1 { return 1 }
    if DisplayWidth.isInvisible(first) { return 0 }
    if DisplayWidth.isWide(first) { return 2 }
    // A variation selector asks for the picture, as in ❤️ and 1️⃣.
    if first.properties.isEmoji, unicodeScalars.contains("\u{FE0F}") { return 2 }
    return 1
  }
}

extension StringProtocol {
  /// The number of columns that the text takes in a terminal.
  ///
  /// Complexity: O(length).
  package var displayWidth: Int {
    reduce(0) { $0 + $1.displayWidth }
  }
}

/// What a Unicode scalar means to the `Analyzer`.
enum ScalarClass: Sendable, Hashable {
  /// Part of a word in a script that is written with spaces.
  case word
  /// A character of a script that is written without spaces.
  case unspaced
  /// A mark that belongs to the scalar before it, or a joiner.
  case mark
  /// A picture, one term by itself.
  case emoji
  case separator

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x80 {
      switch value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .word
      default: self = .separator
      }
      return
    }
    if Self.isUnspaced(value) {
      self = .unspaced
      return
    }
    if value == 0x200D || (0xFE00...0xFE0F).contains(value) || (0x1F3FB...0x1F3FF).contains(value) {
      self = .mark
      return
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      self = .word
    case .nonspacingMark, .spacingMark, .enclosingMark:
      self = .mark
    case .otherSymbol, .privateUse:
      self = .emoji
    default:
      self = .separator
    }
  }

  /// Han, kana, Hangul, Thai, Lao, Khmer, Burmese: the blocks of Unicode 15, without their punctuation.
  private static func isUnspaced(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E01...0x0E30, 0x0E32...0x0E33, 0x0E40...0x0E46, 0x0E81...0x0EB0, 0x0EB2...0x0EB3,
      0x0EC0...0x0EC6, 0x1000...0x102A, 0x103F...0x1055, 0x1780...0x17B3,
      0x1100...0x11FF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035,
      0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x3105...0x31BF,
      0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF,
      0xF900...0xFAFF, 0xFF66...0xFF9D, 0xFFA0...0xFFDC, 0x1B000...0x1B16F, 0x20000...0x323AF:
      true
    default:
      false
    }
  }
}

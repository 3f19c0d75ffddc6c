/// Properties of characters as the reference tokenizer sees them. Hugging Face's `tokenizers` takes
/// categories from tables of Unicode 8.0, in which later characters have none, and decompositions
/// from Unicode 12.1; both matter, as a vector is only as good as the ids that it is made from.
enum ReferenceUnicode {
  private static let categories = (major: 8, minor: 0)
  private static let decompositions = (major: 12, minor: 1)

  /// Whether cleaning removes the character: categories Cc, Cf and Co, and U+FFFD.
  static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": return false
    case "\u{fffd}": return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse: return isOld(scalar, categories)
    default: return false
    }
  }

  /// Whether the character is an accent that is stripped: category Mn.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1734, 0x1171e: return true  // Mc since Unicode 14 and 16.
    case 0x1885, 0x1886, 0xa9bd, 0x111c9: return false  // Mn since Unicode 9 to 11.
    default:
      return scalar.properties.generalCategory == .nonspacingMark && isOld(scalar, categories)
    }
  }

  /// Whether the character is a word of its own: categories P, and ASCII's other symbols.
  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e: return true
    case 0x166d, 0x111c9: return true  // So since Unicode 12, Mn since Unicode 11.
    default: break
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return isOld(scalar, categories)
    default:
      return false
    }
  }

  /// Whether the character may have a canonical decomposition that the reference knows: those
  /// outside of these ranges, Hangul syllables apart, have none.
  static func mayDecompose(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xc0..<0x3100, 0xf900..<0xfb50, 0x11000..<0x12000, 0x1d100..<0x1d200, 0x2f800..<0x2fa20:
      return isOld(scalar, decompositions)
    default:
      return false
    }
  }

  /// Whether the character is an ideograph that becomes a word of its own. The ranges are the
  /// reference's, with its gap between U+2B820 and U+2B91F.
  static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff, 0x20000...0x2a6df, 0x2a700...0x2b73f,
      0x2b740...0x2b81f, 0x2b920...0x2ceaf, 0x2f800...0x2fa1f:
      return true
    default:
      return false
    }
  }

  private static func isOld(_ scalar: Unicode.Scalar, _ version: (major: Int, minor: Int)) -> Bool {
    guard let age = scalar.properties.age else { return false }
    return (age.major, age.minor) <= version
  }
}

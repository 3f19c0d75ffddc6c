/// Which word each piece of a text belongs to. A word begins with `▁`, at punctuation, after it, and with
/// every piece of a script that puts no spaces between words.
struct PieceWords {
  /// The number of the word that the last piece belongs to, -1 before the first.
  private(set) var word: Int32 = -1

  private enum Ending {
    /// A lone `▁`, whose word is still to come.
    case open
    case letter
    case other
  }

  private var ending = Ending.other

  /// Goes on to the next piece.
  ///
  /// - Returns: What the piece adds to its word, as a range of `text`.
  mutating func add(_ piece: Range<Int>, of text: [UInt8]) -> Range<Int> {
    let space = UnigramVocabulary.space
    let begins =
      piece.count >= 3 && text[piece.lowerBound..<piece.lowerBound + 3].elementsEqual(space)
    let letters = (piece.lowerBound + (begins ? 3 : 0))..<piece.upperBound
    let joins =
      switch ending {
      case .open: true
      case .letter: !letters.isEmpty && Self.joins(text, first: letters)
      case .other: false
      }
    if begins || !joins { word += 1 }
    ending = letters.isEmpty ? .open : Self.joins(text, last: letters) ? .letter : .other
    return letters
  }

  private static func joins(_ text: [UInt8], first range: Range<Int>) -> Bool {
    joins(text, at: range.lowerBound)
  }

  private static func joins(_ text: [UInt8], last range: Range<Int>) -> Bool {
    var start = range.upperBound - 1
    while start > range.lowerBound, text[start] & 0xc0 == 0x80 { start -= 1 }
    return joins(text, at: start)
  }

  private static func joins(_ text: [UInt8], at index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 {
      return (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20)
    }
    return joins(UTF8Reader.scalar(in: text, at: index).0)
  }

  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xe00...0xfff, 0x1000...0x109f, 0x1780...0x17ff, 0x2e80...0x30ff, 0x31f0...0xa4cf,
      0xf900...0xfaff, 0x1b000...0x1b16f, 0x20000...0x3ffff:
      return false
    case 0xc0...0x24f: return scalar.value != 0xd7 && scalar.value != 0xf7
    case 0x400...0x481: return true
    default:
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil { return true }
      switch properties.generalCategory {
      case .nonspacingMark, .spacingMark: return true
      default: return false
      }
    }
  }
}

/// Estimates, from above and without a model, how many word pieces an encoder will make of a text.
///
/// Boundaries of passages depend on this count, so that they, and with them citations, do not move when
/// a model is added or changed. Tuned on English prose, where it is about a tenth too high; long words of
/// other languages have more pieces than it says.
///
///     PieceCounter.count("Attention is all you need.")  // 7
public struct PieceCounter: Sendable {
  private enum Run {
    case none, letters, digits, other
  }

  // Beyond the first letter of a word, six letters make another piece. Capitals within a word
  // (`GPU`, `OpenAI`) and letters with accents weigh as much as three.
  private static let lettersToAPiece = 6
  private static let heavyLetter = 3

  private var run = Run.none
  /// Of letters their weight, else a number of scalars.
  private var length = 0
  private var done = 0

  /// Begins at 0.
  public init() {}

  /// The estimate for `text`.
  /// - Complexity: O(*n*) in its bytes.
  public static func count(_ text: String) -> Int {
    var counter = PieceCounter()
    counter.add(Array(text.utf8))
    return counter.total
  }

  /// The estimate for everything that has been added.
  public var total: Int { done + pieces(of: run, length) }

  mutating func add(_ text: [UInt8]) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        add(ascii: byte)
        index += 1
      } else {
        let (value, width) = UTF8Scalar.decode(text, at: index)
        add(wide: value)
        index += width
      }
    }
  }

  /// Adds a byte of ASCII.
  @inline(__always)
  mutating func add(ascii byte: UInt8) {
    if ByteClass.isLetter(byte) {
      extend(.letters, by: byte < 0x61 ? Self.heavyLetter : 1)
    } else if ByteClass.isDigit(byte) {
      extend(.digits)
    } else if ByteClass.isBlank(byte) {
      endWord()
    } else {
      endWord()
      done += 1
    }
  }

  /// Adds a scalar above U+007F.
  mutating func add(wide value: UInt32) {
    switch value {
    case 0x300...0x36F, 0xFE00...0xFE0F, 0x200B...0x200D, 0xFEFF, 0xAD:
      return
    case 0xC0...0x24F, 0x1E00...0x1EFF:
      extend(.letters, by: Self.heavyLetter)
    case 0x80...0xBF, 0x2010...0x2BFF, 0x3000...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE10...0xFFEF, 0x1F000...0x1FAFF, 0x20000...0x3FFFF:
      endWord()
      done += value >= 0xAC00 && value <= 0xD7A3 ? 3 : 1
    default:
      extend(.other)
    }
  }

  @inline(__always)
  private mutating func extend(_ kind: Run, by weight: Int = 1) {
    if run == kind {
      length += weight
    } else {
      endWord()
      run = kind
      length = 1
    }
  }

  /// What follows does not go on with the same word.
  @inline(__always)
  mutating func endWord() {
    done += pieces(of: run, length)
    run = .none
    length = 0
  }

  @inline(__always)
  private func pieces(of run: Run, _ length: Int) -> Int {
    switch run {
    case .none: 0
    case .letters: 1 + (length - 1) / Self.lettersToAPiece
    case .digits: (length + 2) / 3
    case .other: (length + 1) / 2
    }
  }
}

/// Estimates, from above and without a model, how many word pieces an encoder will make of a text.
///
/// Boundaries of passages depend on this count, so that they, and with them citations, do not move when
/// a model is added or changed. Tuned on English prose, where it is about a tenth too high; long words of
/// other languages have more pieces than it says.
///
///     PieceCounter.count("Attention is all you need.")  // 7
public struct PieceCounter: Sendable {
  /// The estimate for everything that has been added.
  public private(set) var total = 0

  /// The run that a next byte may go on with, as the shift for `PieceStep`.
  private var state: UInt64 = PieceStep.none
  /// Of a run of scalars that are neither Latin nor count for themselves.
  private var length = 0

  /// Begins at 0.
  public init() {}

  /// The estimate for `text`.
  /// - Complexity: O(*n*) in its bytes.
  public static func count(_ text: String) -> Int {
    var counter = PieceCounter()
    counter.add(Array(text.utf8))
    return counter.total
  }

  mutating func add(_ text: [UInt8]) {
    let steps = PieceStep.ofASCII
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        take(steps[Int(byte)])
        index += 1
      } else {
        let (value, width) = UTF8Scalar.decode(text, at: index)
        add(wide: value)
        index += width
      }
    }
  }

  /// Adds a byte of ASCII, given by its step.
  @inline(__always)
  mutating func take(_ step: PieceStep) {
    total &+= Int(truncatingIfNeeded: (step.pieces &>> state) & 1)
    state = step.next &>> state
  }

  /// Adds a text of ASCII.
  @inline(__always)
  mutating func take(_ text: borrowing Span<UInt8>, _ steps: [PieceStep]) {
    // In a variable of its own, so that it stays in registers.
    var counter = self
    for index in text.indices { counter.take(steps[Int(text[index])]) }
    self = counter
  }

  /// What this is with a text added.
  func adding(_ text: [UInt8]) -> PieceCounter {
    var counter = self
    counter.add(text)
    return counter
  }

  /// What this is with a scalar above U+007F added.
  func adding(wide value: UInt32) -> PieceCounter {
    var counter = self
    counter.add(wide: value)
    return counter
  }

  /// Adds a scalar above U+007F.
  mutating func add(wide value: UInt32) {
    switch value {
    case 0x300...0x36F, 0xFE00...0xFE0F, 0x200B...0x200D, 0xFEFF, 0xAD:
      return
    case 0xC0...0x24F, 0x1E00...0x1EFF:
      take(.heavyLetter)
    case 0x80...0xBF, 0x2010...0x2BFF, 0x3000...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE10...0xFFEF, 0x1F000...0x1FAFF, 0x20000...0x3FFFF:
      endWord()
      total += value >= 0xAC00 && value <= 0xD7A3 ? 3 : 1
    default:
      addOther()
    }
  }

  /// Two scalars of other scripts make a piece.
  private mutating func addOther() {
    length = state & PieceStep.mask == PieceStep.other ? length + 1 : 1
    state = PieceStep.other
    total += length & 1
  }

  /// What follows does not go on with the same word.
  @inline(__always)
  mutating func endWord() {
    state = PieceStep.none
  }
}

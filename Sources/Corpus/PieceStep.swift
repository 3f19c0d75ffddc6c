/// What a byte of ASCII does to the count of pieces, after whatever stands before it: a row of the table of a
/// finite automaton that is packed into words, so that taking it is a shift and nothing is decided by branches.
///
/// A state is a number of bits to shift by. Its bits of `next` are the state that follows, its bit of `pieces`
/// says whether a piece begins.
struct PieceStep {
  private(set) var next: UInt64 = 0
  private(set) var pieces: UInt64 = 0

  // Beyond the first letter of a word, six letters make another piece. Capitals within a word
  // (`GPU`, `OpenAI`) and letters with accents weigh as much as three.
  private static let heavyWeight = 3

  /// The bits of a state.
  static let mask: UInt64 = 63
  /// Outside of a word.
  static let none: UInt64 = 0
  /// Of the run of `other` scalars only four bits are left, so that what follows it comes first.
  static let other: UInt64 = 60
  /// By what there is of a piece in a run, less one.
  private static let letters: [UInt64] = [6, 18, 24, 30, 36, 42]
  private static let digits: [UInt64] = [12, 48, 54]

  /// A letter with an accent.
  static let heavyLetter = letter(weight: heavyWeight)

  /// The steps of the bytes below 0x80.
  static let ofASCII: [PieceStep] = (UInt8(0)..<0x80).map { byte in
    if ByteClass.isLetter(byte) { return letter(weight: byte < 0x61 ? heavyWeight : 1) }
    if ByteClass.isDigit(byte) { return digit }
    return ending(isPiece: !ByteClass.isBlank(byte))
  }

  private static let all = [none, other] + letters + digits

  /// Ends a word; a sign is a piece of its own.
  private static func ending(isPiece: Bool) -> PieceStep {
    var step = PieceStep()
    for state in all { step.set(state, next: none, isPiece: isPiece) }
    return step
  }

  private static func letter(weight: Int) -> PieceStep {
    var step = begin(letters[0])
    for (count, state) in letters.enumerated() {
      let sum = count + weight
      step.set(state, next: letters[sum % letters.count], isPiece: sum >= letters.count)
    }
    return step
  }

  private static let digit: PieceStep = {
    var step = begin(digits[0])
    for (count, state) in digits.enumerated() {
      let sum = count + 1
      step.set(state, next: digits[sum % digits.count], isPiece: sum == digits.count)
    }
    return step
  }()

  /// Begins a run wherever none of its kind is open.
  private static func begin(_ first: UInt64) -> PieceStep {
    var step = PieceStep()
    for state in all { step.set(state, next: first, isPiece: true) }
    return step
  }

  private mutating func set(_ state: UInt64, next following: UInt64, isPiece: Bool) {
    next = next & ~(Self.mask << state) | following << state
    pieces = pieces & ~(1 << state) | (isPiece ? 1 : 0) << state
  }
}

/// What a person presses while judging.
enum JudgingKey: Equatable {
  case grade(Int)
  case skip
  case undo
  case nextQuestion
  case help
  case quit
  /// Ctrl-C.
  case interrupt
  case unknown

  /// - Parameter byte: As the terminal sends it.
  init(_ byte: UInt8) {
    switch byte {
    case 0x30...0x33: self = .grade(Int(byte) - 0x30)
    case UInt8(ascii: "s"): self = .skip
    case UInt8(ascii: "u"): self = .undo
    case UInt8(ascii: "n"): self = .nextQuestion
    case UInt8(ascii: "?"): self = .help
    // Ctrl-D ends input, as in a shell.
    case UInt8(ascii: "q"), 0x04: self = .quit
    case 0x03: self = .interrupt
    default: self = .unknown
    }
  }

  static let explanations = [
    "3  the passage answers the question, and nothing could do it better",
    "2  the passage alone answers the question",
    "1  it answers in part, or supports an answer", "0  it does not help",
    "s  skip it, it comes again another time", "u  go back and take the last grade back",
    "n  next question", "q  quit; every grade is saved already",
  ]
}

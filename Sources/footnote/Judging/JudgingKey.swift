import Picker

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

  init(_ key: TerminalKey) {
    switch key {
    case .character(let digit) where ("0"..."3").contains(digit):
      self = .grade(digit.wholeNumberValue ?? 0)
    case .character("s"): self = .skip
    case .character("u"): self = .undo
    case .character("n"): self = .nextQuestion
    case .character("?"): self = .help
    // Ctrl-D ends input, as in a shell.
    case .character("q"), .control("d"): self = .quit
    case .control("c"): self = .interrupt
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

import FootnoteKit

/// Walks a person through a judging file; every key is saved before the next one is read.
struct JudgingSession {
  private static let clearsScreen = "\u{1B}[2J\u{1B}[H"

  let path: String
  let console: Console
  private var screen: JudgingScreen {
    JudgingScreen(palette: console.palette, width: console.width)
  }

  init(path: String, console: Console) {
    self.path = path
    self.console = console
  }

  /// - Throws: `BenchError`; `ExitStatus.interrupted` after Ctrl-C.
  func run() throws {
    var walk = JudgingWalk(try JudgingFile(contentsOf: path))
    try judge(&walk)
    try console.output.write(screen.summary(of: walk.file))
  }

  private func judge(_ walk: inout JudgingWalk) throws {
    let keys = KeyReader()
    var shown: JudgingWalk.Place?
    while true {
      guard let place = walk.current else {
        if try !takesBack(&walk, keys) { return }
        continue
      }
      if place != shown { try show(walk, at: place, clears: keys.isTerminal) }
      shown = place
      guard let key = try keys.next() else { return }
      switch key {
      case .grade(let grade): walk.grade(grade)
      case .skip: walk.skip()
      case .nextQuestion: walk.nextQuestion()
      case .undo:
        guard walk.undo() else {
          console.note("there is nothing to take back")
          continue
        }
      case .help: try say(screen.help())
      case .unknown: console.note("press 0 to 3, or ? for help")
      case .quit: return
      case .interrupt: throw ExitStatus.interrupted
      }
      if key.changesFile { try walk.file.write(to: path) }
    }
  }

  /// After the last passage only its grade can still be taken back.
  private func takesBack(_ walk: inout JudgingWalk, _ keys: KeyReader) throws -> Bool {
    if keys.isTerminal { try say("That was the last one: u takes its grade back, any key ends.\n") }
    guard try keys.next() == .undo, walk.undo() else { return false }
    try walk.file.write(to: path)
    return true
  }

  private func show(_ walk: JudgingWalk, at place: JudgingWalk.Place, clears: Bool) throws {
    let text = screen.text(of: walk, at: place)
    try say(clears && console.sanitizes ? Self.clearsScreen + text : text + "\n")
  }

  private func say(_ text: String) throws {
    try console.output.write(text)
    try console.output.flush()
  }
}

extension JudgingKey {
  fileprivate var changesFile: Bool {
    switch self {
    case .grade, .undo: true
    default: false
    }
  }
}

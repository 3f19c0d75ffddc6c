import Foundation
import TerminalOutput

/// Where a command writes, and what it knows of its surroundings.
struct Console {
  /// Results.
  let output = BufferedOutput()
  private let errors = StandardError()
  let environment = ProcessInfo.processInfo.environment
  let workingDirectory = FileManager.default.currentDirectoryPath
  /// Colours of results and of messages.
  let palette: Palette
  let messagePalette: Palette
  /// Columns of a line of results, and of a message.
  let width: Int
  let messageWidth: Int
  private let isOutputTerminal: Bool
  /// Whether messages go to a terminal that can rewrite a line.
  let showsProgress: Bool
  /// Whether results may hold hyperlinks (OSC 8).
  let showsHyperlinks: Bool

  /// Lines longer than this are tiring to read.
  private static let widestLine = 100

  init() {
    let isPlain = environment["TERM"] == "dumb"
    let hasColour = !isPlain && environment["NO_COLOR"].map(\.isEmpty) ?? true
    isOutputTerminal = isatty(STDOUT_FILENO) == 1
    let isErrorTerminal = isatty(STDERR_FILENO) == 1
    palette = Palette(isEnabled: isOutputTerminal && hasColour)
    messagePalette = Palette(isEnabled: isErrorTerminal && hasColour)
    width = min(Self.widestLine, Self.columns(of: STDOUT_FILENO))
    messageWidth = Self.columns(of: STDERR_FILENO)
    showsProgress = isErrorTerminal && !isPlain
    showsHyperlinks = HyperlinkSupport(environment: environment)
      .isShown(onTerminal: isOutputTerminal)
  }

  /// Whether somebody watches, so that work may go on in the foreground after an answer.
  var isInteractive: Bool { isOutputTerminal && showsProgress }

  /// Whether results are seen on a terminal, which must not be steered by what files hold.
  var sanitizes: Bool { isOutputTerminal }

  /// This machine's name, where the terminal is another one's.
  var remoteHost: String? {
    let isRemote = ["SSH_CONNECTION", "SSH_TTY"].contains { environment[$0]?.isEmpty == false }
    return isRemote ? ProcessInfo.processInfo.hostName : nil
  }

  /// Says something that is no result.
  func note(_ text: String) {
    errors.line("footnote: " + text)
  }

  func progress(_ text: String) {
    errors.raw(text)
  }

  /// 80 where there is no terminal to ask.
  private static func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    let request = UInt(TIOCGWINSZ)
    guard ioctl(descriptor, request, &size) == 0, size.ws_col > 0 else { return 80 }
    return max(20, Int(size.ws_col))
  }
}

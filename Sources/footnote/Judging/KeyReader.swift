import Dispatch
import FootnoteKit
import Foundation

/// Reads single keys from standard input: from a terminal as they are pressed, else byte by byte.
///
/// While one lives the terminal neither echoes nor waits for the end of a line; it is put back when the
/// reader goes, and where a signal ends the process.
final class KeyReader {
  /// Whether keys come from a person at a terminal.
  let isTerminal: Bool
  private let saved: termios
  private var sources: [any DispatchSourceSignal] = []

  init() {
    var settings = termios()
    isTerminal = isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &settings) == 0
    saved = settings
    guard isTerminal else { return }
    restoreOnSignals()
    // ISIG is off too: Ctrl-C arrives as a key, so that the end is an orderly one.
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
  }

  deinit {
    guard isTerminal else { return }
    var settings = saved
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
    for source in sources { source.cancel() }
  }

  /// The next key; `nil` at the end of input. Line breaks in what is no terminal are passed over.
  ///
  /// - Throws: `ErrorMessage` where standard input cannot be read.
  func next() throws -> JudgingKey? {
    while true {
      var byte: UInt8 = 0
      let count = read(STDIN_FILENO, &byte, 1)
      if count == 0 { return nil }
      if count < 0 {
        if errno == EINTR { continue }
        throw ErrorMessage("the keys cannot be read", at: String(cString: strerror(errno)))
      }
      if !isTerminal, byte == 0x0A || byte == 0x0D || byte == 0x20 { continue }
      if isTerminal, byte == 0x1B { swallowSequence() }
      return JudgingKey(byte)
    }
  }

  /// Passes over the rest of an arrow or function key, so that its letters are not taken for keys.
  private func swallowSequence() {
    var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    var byte: UInt8 = 0
    while poll(&ready, 1, 10) == 1, read(STDIN_FILENO, &byte, 1) == 1 {
      let isEnd =
        (0x40...0x7E).contains(byte) && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "O")
      if isEnd { return }
    }
  }

  private func restoreOnSignals() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [saved] in
        var settings = saved
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
        _exit(128 + number)
      }
      source.resume()
      sources.append(source)
    }
  }
}

import FootnoteKit
import Foundation
import Picker

/// Reads single keys from standard input: from a terminal as they are pressed, else byte by byte.
///
/// While one lives the terminal neither echoes nor waits for the end of a line.
final class KeyReader {
  /// How long a key of several bytes may take, in milliseconds.
  private static let patience: Int32 = 10
  private let raw = RawMode(STDIN_FILENO)
  private var parser = KeyParser()
  private var pressed: [TerminalKey] = []

  /// Whether keys come from a person at a terminal.
  var isTerminal: Bool { raw != nil }

  init() {
    raw?.begin()
  }

  deinit {
    raw?.end(discardsInput: true)
  }

  /// The next key; `nil` at the end of input. Line breaks in what is no terminal are passed over.
  ///
  /// - Throws: `ErrorMessage` where standard input cannot be read.
  func next() throws -> JudgingKey? {
    while true {
      while !pressed.isEmpty {
        let key = pressed.removeFirst()
        if !isTerminal, key == .enter || key == .character(" ") { continue }
        return JudgingKey(key)
      }
      if isTerminal, parser.isWaiting, !isReady {
        pressed = parser.flush()
        continue
      }
      var byte: UInt8 = 0
      let count = read(STDIN_FILENO, &byte, 1)
      if count == 0 { return nil }
      if count > 0 {
        pressed = parser.keys([byte])
      } else if errno != EINTR {
        throw ErrorMessage("the keys cannot be read", at: String(cString: strerror(errno)))
      }
    }
  }

  /// Whether more has come, or comes soon.
  private var isReady: Bool {
    var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, Self.patience) == 1
  }
}

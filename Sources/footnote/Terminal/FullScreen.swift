import CTerminal
import FootnoteKit
import Foundation
import Picker

/// The terminal that a person sits at, whatever standard input and output are, for a program that draws the
/// whole screen.
final class FullScreen {
  /// What `wait` waits for.
  struct Readiness: OptionSet {
    let rawValue: Int32
    static let keys = Readiness(rawValue: TERMINAL_READABLE)
    static let messages = Readiness(rawValue: TERMINAL_WOKEN)
  }

  /// Of the terminal, for programs that are to use it.
  let descriptor: Int32
  private let raw: RawMode
  private var isShown = false

  /// - Throws: `ErrorMessage` where there is no terminal, or none that can draw.
  init(environment: [String: String]) throws {
    let kind = environment["TERM"] ?? ""
    guard !kind.isEmpty, kind != "dumb" else {
      throw ErrorMessage(
        "the terminal cannot draw a screen", at: "TERM is \(kind.isEmpty ? "not set" : kind)",
        remedy: "set TERM, for example TERM=xterm, or ask without --pick")
    }
    descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0, let raw = RawMode(descriptor) else {
      if descriptor >= 0 { close(descriptor) }
      throw ErrorMessage("there is no terminal to pick in", remedy: "ask without --pick")
    }
    self.raw = raw
  }

  deinit {
    hide()
    close(descriptor)
  }

  var size: TerminalSize {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return TerminalSize(columns: 80, rows: 24)
    }
    return TerminalSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  /// Takes the screen; once more after the process was stopped by others.
  ///
  /// - Throws: `ErrorMessage` where the terminal is gone.
  func show(wake: Int32) throws {
    raw.begin(leave: ScreenPainter.leave, wake: wake)
    isShown = true
    try write(ScreenPainter.enter)
  }

  /// Gives the screen back as it was.
  func hide() {
    guard isShown else { return }
    isShown = false
    // A terminal that is gone needs nothing back.
    try? write(ScreenPainter.leave)
    raw.end()
  }

  /// - Throws: `ErrorMessage` where the terminal is gone.
  func write(_ text: String) throws {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        bytes = bytes.dropFirst(written)
      } else if errno != EINTR, errno != EAGAIN {
        throw gone()
      }
    }
  }

  /// - Parameter milliseconds: Longest time to wait; `nil` for no limit.
  /// - Returns: Empty when the time has passed.
  /// - Throws: `ErrorMessage` where the terminal is gone.
  func wait(for wake: Int32, milliseconds: Int32?) throws -> Readiness {
    while true {
      let ready = terminal_wait(descriptor, wake, milliseconds ?? -1)
      if ready >= 0 { return Readiness(rawValue: ready) }
      // What a signal has to say comes through `wake`.
      if errno != EINTR { throw gone() }
    }
  }

  /// What was typed; empty for a signal.
  ///
  /// - Throws: `ErrorMessage` where the terminal is gone.
  func read() throws -> [UInt8] {
    var piece = [UInt8](repeating: 0, count: 4096)
    let count = piece.withUnsafeMutableBytes {
      Foundation.read(descriptor, $0.baseAddress, $0.count)
    }
    if count > 0 { return Array(piece[..<count]) }
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    throw gone()
  }

  private func gone() -> ErrorMessage {
    ErrorMessage("the terminal is gone")
  }
}

import CTerminal
import Foundation

/// Keys of a terminal as they are pressed, without echo and without waiting for the end of a line; Ctrl-C
/// and Ctrl-Z arrive as keys, so that the end is an orderly one. The terminal is put back by `end()`, when
/// this goes, and where a signal ends the process.
///
/// There is one at a time in a process.
final class RawMode {
  private let descriptor: Int32
  private let saved: termios
  private var isOn = false

  /// - Returns: `nil` where `descriptor` is no terminal.
  init?(_ descriptor: Int32) {
    var settings = termios()
    guard isatty(descriptor) == 1, tcgetattr(descriptor, &settings) == 0 else { return nil }
    self.descriptor = descriptor
    saved = settings
  }

  deinit {
    end()
  }

  /// Calling it again after the process was stopped sets again what a shell has changed meanwhile.
  ///
  /// - Parameters:
  ///   - leave: What the terminal is sent before it is put back because of a signal.
  ///   - wake: A descriptor that signals of the terminal are written to (see `terminal_guard`).
  func begin(leave: String = "", wake: Int32 = -1) {
    var settings = saved
    terminal_guard(descriptor, &settings, leave, wake)
    isOn = true
    terminal_make_raw(&settings)
    apply(settings, TCSADRAIN)
  }

  /// - Parameter discardsInput: Whether keys that were not read are dropped, so that they do not go to
  ///   whatever reads next.
  func end(discardsInput: Bool = false) {
    guard isOn else { return }
    isOn = false
    apply(saved, discardsInput ? TCSAFLUSH : TCSADRAIN)
    terminal_release()
  }

  private func apply(_ settings: termios, _ when: Int32) {
    var settings = settings
    while tcsetattr(descriptor, when, &settings) != 0, errno == EINTR {}
  }
}

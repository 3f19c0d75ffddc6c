import CTerminal
import Dispatch
import FootnoteKit
import Foundation
import Synchronization

/// Lets Ctrl-C end long work at a safe point; a second one, and one in between, ends the process at once.
///
/// One is made for a command and kept: libdispatch loses signals where a source for one follows another.
final class Interruption {
  private let current = Current()
  private let source: any DispatchSourceSignal

  init() {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [current] in current.interrupt() }
    source.resume()
  }

  deinit {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }

  /// Runs `body` with a token that Ctrl-C sets.
  func guarding<T>(_ body: (StopToken) throws -> T) rethrows -> T {
    let token = StopToken()
    current.set(token)
    defer { current.set(nil) }
    return try body(token)
  }

  /// What Ctrl-C stops at the moment.
  private final class Current: Sendable {
    private let token = Mutex<StopToken?>(nil)

    func set(_ new: StopToken?) {
      token.withLock { $0 = new }
    }

    func interrupt() {
      token.withLock { token in
        guard let token, !token.isStopped else {
          // libdispatch may install its handler late, over the one of a terminal's guard.
          terminal_restore()
          _exit(ExitStatus.interrupted.rawValue)
        }
        token.stop()
      }
    }
  }
}

import Dispatch
import FootnoteKit
import Foundation

/// Lets Ctrl-C end long work at a safe point; a second one ends the process at once.
enum Interruption {
  /// Runs `body` with a token that Ctrl-C sets. Before and after, Ctrl-C does what it always does.
  static func guarding<T>(_ body: (StopToken) throws -> T) rethrows -> T {
    let token = StopToken()
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler {
      if token.isStopped { _exit(ExitStatus.interrupted.rawValue) }
      token.stop()
    }
    source.resume()
    defer {
      source.cancel()
      signal(SIGINT, SIG_DFL)
    }
    return try body(token)
  }
}

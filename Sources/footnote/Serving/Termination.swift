import Dispatch
import Foundation

/// Lets Ctrl-C and SIGTERM end a server in order; a second one ends the process at once.
final class Termination {
  private let sources: [any DispatchSourceSignal]

  /// - Parameter body: Called for the first signal.
  init(_ body: @escaping @Sendable () -> Void) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        signal(number, SIG_DFL)
        body()
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in sources { source.cancel() }
  }
}

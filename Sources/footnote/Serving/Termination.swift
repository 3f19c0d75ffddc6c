import Dispatch
import Foundation

/// Lets Ctrl-C and SIGTERM end a server in order; a second one ends the process at once.
final class Termination {
  private let sources: [any DispatchSourceSignal]

  /// Returns once signals are heeded: until then they end the process, so that none is lost.
  ///
  /// - Parameter body: Called for the first signal.
  init(_ body: @escaping @Sendable () -> Void) async {
    var sources: [any DispatchSourceSignal] = []
    for number in [SIGINT, SIGTERM] {
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        signal(number, SIG_DFL)
        body()
      }
      await withCheckedContinuation { continuation in
        source.setRegistrationHandler {
          #if canImport(Darwin)
            // Elsewhere the source has its own handler by now.
            signal(number, SIG_IGN)
          #endif
          continuation.resume()
        }
        source.resume()
      }
      sources.append(source)
    }
    self.sources = sources
  }

  deinit {
    for source in sources { source.cancel() }
  }
}

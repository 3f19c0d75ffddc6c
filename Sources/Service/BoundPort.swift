internal import Synchronization

/// The port that the server got: known once it listens, before any request.
final class BoundPort: Sendable {
  private let port: Mutex<Int>

  init(_ port: Int) {
    self.port = Mutex(port)
  }

  var value: Int { port.withLock(\.self) }

  func set(_ value: Int) {
    port.withLock { $0 = value }
  }
}

internal import Synchronization

/// Hands changes of documents to whoever listens.
final class ChangeHub: Sendable {
  typealias Listener = @Sendable (DocumentChanges) -> Void

  /// One who listens.
  struct Token: Hashable, Sendable {
    fileprivate let number: Int
  }

  private struct State {
    var listeners: [Token: Listener] = [:]
    var next = 0
  }

  private let state = Mutex(State())

  var hasListeners: Bool { state.withLock { !$0.listeners.isEmpty } }

  func add(_ listener: @escaping Listener) -> Token {
    state.withLock { state in
      let token = Token(number: state.next)
      state.next += 1
      state.listeners[token] = listener
      return token
    }
  }

  func remove(_ token: Token) {
    state.withLock { $0.listeners[token] = nil }
  }

  func publish(_ changes: DocumentChanges) {
    // Outside the lock: a listener may leave.
    for listener in state.withLock({ Array($0.listeners.values) }) { listener(changes) }
  }
}

internal import FootnoteKit
internal import Synchronization

/// One client of an `AgentServer`: what was agreed with it, which of its requests are being answered, what it
/// has subscribed to.
///
/// Messages are taken in the order of the calls of `begin`, and answered at the same time as others.
public final class AgentConnection: Sendable {
  /// Takes a message for the client.
  public typealias Notify = @Sendable (ClientMessage) -> Void

  /// How messages travel.
  public enum Transport: Sendable, Hashable {
    /// One channel for everything, such as standard input and output.
    case duplex
    /// A session of the HTTP transport: every request must be answered, also a cancelled one.
    case session
    /// A single request of the HTTP transport, without a session.
    case single
  }

  /// What a message leads to.
  enum Reply: Sendable {
    case none
    case ready(OutgoingMessage)
    /// `nil` where the request was cancelled.
    case later(Task<OutgoingMessage?, Never>)
  }

  /// Requests that are answered at the same time, and batches.
  package static let mostRequests = 128
  package static let mostSubscriptions = 1000
  package static let longestBatch = 64

  let server: AgentServer
  let transport: Transport
  let state: Mutex<ConnectionState>

  /// - Parameter notify: Takes what is sent to the client apart from its requests.
  public init(
    _ server: AgentServer, transport: Transport = .duplex, notify: @escaping Notify
  ) {
    self.server = server
    self.transport = transport
    state = Mutex(ConnectionState(notify: notify))
  }

  deinit {
    if let token = state.withLock({ $0.listener }) { server.changes.remove(token) }
  }

  /// Answers a message.
  ///
  /// - Parameters:
  ///   - message: One JSON text in UTF-8, whatever it holds.
  ///   - notify: Takes what is sent to the client because of this message, before the answer.
  /// - Returns: The answer; `nil` where the message asks for none, or was cancelled.
  public func respond(to message: [UInt8], notify: @escaping Notify) async -> ClientMessage? {
    switch begin(message, notify: notify) {
    case .none: return nil
    case .ready(let reply): return ClientMessage(reply)
    case .later(let task):
      return await withTaskCancellationHandler {
        await task.value.map(ClientMessage.init)
      } onCancel: {
        task.cancel()
      }
    }
  }

  /// Takes a message; returns at once. `answer` is called when there is an answer.
  public func take(
    _ message: [UInt8], notify: @escaping Notify,
    answer: @escaping @Sendable (ClientMessage) -> Void
  ) {
    switch begin(message, notify: notify) {
    case .none: break
    case .ready(let reply): answer(ClientMessage(reply))
    case .later(let task):
      state.withLock { $0.unsent += 1 }
      Task {
        if let reply = await task.value { answer(ClientMessage(reply)) }
        state.withLock { $0.unsent -= 1 }
      }
    }
  }

  /// Sends a line of the log to a client that has made a handshake and wants lines of that level.
  public func log(_ level: LogLevel, _ text: String) {
    if wants(level) { state.withLock(\.notify)(ClientMessage(.logLine(level, text))) }
  }

  /// Whether the client has made a handshake and wants lines of the log of that level.
  func wants(_ level: LogLevel) -> Bool {
    state.withLock { state in
      guard case .handshake = state.era else { return false }
      return state.isInitialized && level >= state.logLevel
    }
  }

  /// Ends subscriptions that are requests: they are answered now, which tells the client that nothing more
  /// comes.
  public func endSubscriptions() {
    let ends = state.withLock { state in
      state.isEnding = true
      return Array(state.listening.values)
    }
    for end in ends { end() }
  }

  /// Ends subscriptions and cancels whatever else is being answered. Nothing new is begun after that.
  public func close() {
    let (listener, tasks) = state.withLock { state in
      defer {
        state.isClosed = true
        state.listener = nil
      }
      return (state.listener, state.running.values.filter { !$0.isListening }.map(\.task))
    }
    if let listener { server.changes.remove(listener) }
    endSubscriptions()
    for task in tasks { task.cancel() }
  }

  /// Whether something is being answered, or an answer is on its way to `take`.
  public var isBusy: Bool {
    state.withLock { state in
      state.unsent > 0 || state.running.values.contains { !$0.isListening }
    }
  }

  /// The revision that `initialize` agreed on.
  public var agreed: ProtocolRevision? {
    state.withLock { state in
      if case .handshake(let revision) = state.era { revision } else { nil }
    }
  }
}

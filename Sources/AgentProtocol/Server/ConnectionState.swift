internal import FootnoteKit

/// What is known of a client.
struct ConnectionState {
  /// Which kind of revision a client speaks; its first request decides.
  enum Era: Sendable, Hashable {
    case undecided
    /// Agreed on by `initialize`.
    case handshake(ProtocolRevision)
    /// Each request says its revision.
    case stateless
  }

  /// A request that is being answered.
  struct Running: Sendable {
    var task: Task<OutgoingMessage?, Never>
    /// Whether it is a subscription, which is answered only when it ends.
    var isListening: Bool
  }

  var era = Era.undecided
  /// Whether the client has said that it knows what was agreed on.
  var isInitialized = false
  var isClosed = false
  /// Whether subscriptions that are requests end as soon as they begin.
  var isEnding = false
  /// Least level of what is logged to the client.
  var logLevel = LogLevel.warning
  /// Documents of which changes are told: their addresses, as the client wrote them, by path.
  var subscribed: [PathKey: String] = [:]
  /// Where changes are heard of.
  var listener: ChangeHub.Token?
  var running: [RequestID: Running] = [:]
  /// Number of answers that nobody has been given yet.
  var unsent = 0
  /// What ends each subscription that is a request.
  var listening: [RequestID: @Sendable () -> Void] = [:]
  var notify: AgentConnection.Notify

  init(notify: @escaping AgentConnection.Notify) {
    self.notify = notify
  }
}

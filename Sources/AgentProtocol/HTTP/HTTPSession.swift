/// A client that has made a handshake over HTTP.
struct HTTPSession: Sendable {
  let connection: AgentConnection
  var lastUsed: ContinuousClock.Instant
  /// Where messages go that belong to no request, while the client fetches them.
  var outlet: EventSource?
}

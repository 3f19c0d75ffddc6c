internal import Synchronization

/// The rules of the protocol's Streamable HTTP transport, for any web server to bind to one path:
///
///     let http = StreamableHTTP(server)
///     let answer = await http.answer(HTTPCall(method: …, headers: …, body: …))
///     respond(answer.status, answer.headers)
///     switch answer.body {
///     case .complete(let bytes): write(bytes)
///     case .events(let events): for await bytes in events { write(bytes) }
///     }
///
/// | request | answer |
/// |---|---|
/// | `POST` of `initialize` | 200 with a new `Mcp-Session-Id` |
/// | `POST` in a session | 200 with JSON, or with events where something is told before the answer; 202 for what has no answer |
/// | `POST` of revision 2026-07-28 | no session; 200, 202, or 400 and 404 for errors of the protocol |
/// | `GET` in a session | events that belong to no request; 409 while they are fetched already |
/// | `DELETE` of a session | 204 |
/// | no or another session | 400, 404 |
/// | another revision than the session's | 400 |
/// | body that is no JSON, too long, of another type | 400, 413, 415 |
/// | a client that takes no JSON (for `GET` and `subscriptions/listen`: no events) | 406 |
/// | too much at a time | 503 |
///
/// The web server has to do what is true of every path: listen on the loopback alone, check `Host` and
/// `Origin` (403), and stop reading a body at `longestBody`. It must end its task for a request when the
/// client goes away: without a handshake, that is how a request is cancelled. In a session a request goes on,
/// and is cancelled by a message.
public final class StreamableHTTP: Sendable {
  /// Bytes that a body may have.
  public static let longestBody = LineFraming.longestMessage
  /// Requests without session that are answered at the same time.
  private static let mostSingles = 256

  let server: AgentServer
  let sessions = HTTPSessions()
  private let singles = Mutex<[ObjectIdentifier: AgentConnection]>([:])

  public init(_ server: AgentServer) {
    self.server = server
  }

  /// Answers a request. Never throws: whatever is wrong with it is said in the answer.
  public func answer(_ call: HTTPCall) async -> HTTPAnswer {
    switch call.method {
    case "POST": await post(call)
    case "GET": isStateless(call) ? .wrongMethod("POST") : fetch(call)
    case "DELETE": isStateless(call) ? .wrongMethod("POST") : delete(call)
    default: .wrongMethod("GET, POST, DELETE")
    }
  }

  /// Ends all sessions and streams, in order, before the web server stops.
  public func close() {
    sessions.removeAll()
    for connection in singles.withLock({ Array($0.values) }) { connection.close() }
  }

  /// Whether the header names a revision without handshake, or one that is not known here.
  private func isStateless(_ call: HTTPCall) -> Bool {
    guard let version = call.header(HTTPField.version) else { return false }
    return !ProtocolRevision.withHandshake.contains { $0.rawValue == version }
  }

  private func post(_ call: HTTPCall) async -> HTTPAnswer {
    guard call.body.count <= Self.longestBody else {
      return .refusal(413, "the body is longer than \(Self.longestBody) bytes")
    }
    let type = call.header(HTTPField.contentType)?.split(separator: ";").first
    guard type?.filter({ !$0.isWhitespace }).lowercased() == HTTPField.json else {
      return .refusal(415, "the body is not declared as \(HTTPField.json)")
    }
    guard call.accepts(HTTPField.json) else {
      return .refusal(406, "the answer is \(HTTPField.json) or \(HTTPField.events)")
    }
    let value: JSONValue
    do throws(ProtocolError) {
      value = try JSONText.read(call.body)
    } catch {
      return .error(400, error)
    }
    let hasEnvelope = RequestEnvelope.isPresent(in: value["params"]?.fields ?? [:])
    return isStateless(call) || hasEnvelope
      ? await single(call, value) : await inSession(call, value)
  }

  // MARK: Without session

  private func single(_ call: HTTPCall, _ value: JSONValue) async -> HTTPAnswer {
    let request: IncomingMessage.Request
    do throws(IncomingMessage.Malformed) {
      switch try IncomingMessage(value) {
      case .request(let found): request = found
      case .notification: return accepted(call)
      case .response: return .refusal(400, "this server asks nothing that could be answered")
      }
    } catch {
      return .error(400, error.error, id: error.id)
    }
    do throws(ProtocolError) {
      try RoutingHeaders.check(call, against: request)
    } catch {
      return .error(400, error, id: request.id)
    }
    if request.method == ProtocolMethod.listen.rawValue, !call.accepts(HTTPField.events) {
      return .refusal(406, "the answer is \(HTTPField.events)")
    }
    let connection = AgentConnection(server, transport: .single) { _ in }
    guard enter(connection) else {
      let error = ProtocolError(.overloaded, "too many requests at a time")
      return .error(503, error, id: request.id)
    }
    return await HTTPExchange(call, connection).answer { [weak self] in self?.leave(connection) }
  }

  /// Notifications have no effect without a session: a request is cancelled by going away from it.
  private func accepted(_ call: HTTPCall) -> HTTPAnswer {
    let version = call.header(HTTPField.version) ?? ""
    guard ProtocolRevision.stateless.contains(where: { $0.rawValue == version }) else {
      return .error(400, .unsupported(version))
    }
    return HTTPAnswer(202)
  }

  private func enter(_ connection: AgentConnection) -> Bool {
    singles.withLock { singles in
      guard singles.count < Self.mostSingles else { return false }
      singles[ObjectIdentifier(connection)] = connection
      return true
    }
  }

  private func leave(_ connection: AgentConnection) {
    singles.withLock { $0[ObjectIdentifier(connection)] = nil }
  }
}

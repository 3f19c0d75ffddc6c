/// Requests of clients that have made a handshake.
extension StreamableHTTP {
  func inSession(_ call: HTTPCall, _ value: JSONValue) async -> HTTPAnswer {
    if call.header(HTTPField.session) == nil,
      value["method"]?.text == ProtocolMethod.initialize.rawValue
    {
      return open(call)
    }
    switch session(of: call) {
    case .failure(let refusal): return refusal.answer
    case .success(let (_, connection)):
      return await HTTPExchange(call, connection).answer {}
    }
  }

  private func open(_ call: HTTPCall) -> HTTPAnswer {
    let connection = AgentConnection(server, transport: .session) { _ in }
    switch connection.begin(call.body, notify: { _ in }) {
    case .ready(.result(let id, let result)):
      guard let name = sessions.add(connection) else {
        return .error(503, ProtocolError(.overloaded, "too many sessions at a time"), id: id)
      }
      var answer = HTTPAnswer.json(.result(id: id, result))
      answer.headers.append((HTTPField.session, name))
      return answer
    case .ready(let message):
      return .json(message, status: 400)
    case .none, .later:
      return .refusal(400, "initialize is a request")
    }
  }

  func fetch(_ call: HTTPCall) -> HTTPAnswer {
    guard call.accepts(HTTPField.events) else {
      return .refusal(406, "the answer is \(HTTPField.events)")
    }
    switch session(of: call) {
    case .failure(let refusal): return refusal.answer
    case .success(let (name, _)):
      guard let source = sessions.openOutlet(name) else {
        return .refusal(409, "the messages of this session are fetched already")
      }
      // Something is sent at once, so that the client sees the stream begin.
      return .events(EventStream(first: .pause, rest: source.items))
    }
  }

  func delete(_ call: HTTPCall) -> HTTPAnswer {
    switch session(of: call) {
    case .failure(let refusal): return refusal.answer
    case .success(let (name, _)):
      sessions.remove(name)
      return HTTPAnswer(204)
    }
  }

  /// An answer instead of a session.
  private struct Refusal: Error {
    let answer: HTTPAnswer
  }

  private func session(
    of call: HTTPCall
  ) -> Result<(name: String, connection: AgentConnection), Refusal> {
    guard let name = call.header(HTTPField.session) else {
      return .failure(
        Refusal(answer: .refusal(400, "the header \(HTTPField.session) is missing")))
    }
    guard let connection = sessions.connection(name) else {
      return .failure(Refusal(answer: .refusal(404, "there is no such session")))
    }
    if let version = call.header(HTTPField.version), version != connection.agreed?.rawValue {
      let reason = "the header \(HTTPField.version) names another revision than the session's"
      return .failure(Refusal(answer: .refusal(400, reason)))
    }
    return .success((name, connection))
  }
}

internal import Synchronization

extension AgentConnection {
  /// Takes a message; everything that later messages may depend on is done when this returns.
  func begin(_ message: [UInt8], notify: @escaping Notify) -> Reply {
    do throws(ProtocolError) {
      let value = try JSONText.read(message)
      guard case .array(let items) = value else { return begin(value, notify: notify) }
      return try batch(items, notify: notify)
    } catch {
      return .ready(.error(id: nil, error))
    }
  }

  private func begin(_ value: JSONValue, notify: @escaping Notify) -> Reply {
    let message: IncomingMessage
    do throws(IncomingMessage.Malformed) {
      message = try IncomingMessage(value)
    } catch {
      return .ready(.error(id: error.id, error.error))
    }
    switch message {
    case .response:
      return .none
    case .notification(let method, let params):
      take(method, params)
      return .none
    case .request(let request):
      do throws(ProtocolError) {
        return try begin(request, notify: notify)
      } catch {
        return .ready(.error(id: request.id, error))
      }
    }
  }

  private func begin(
    _ request: IncomingMessage.Request, notify: @escaping Notify
  ) throws(ProtocolError) -> Reply {
    if request.method == ProtocolMethod.initialize.rawValue {
      return .ready(.result(id: request.id, try initialize(request.params)))
    }
    let (revision, logLevel) = try revision(of: request)
    let method = try ProtocolMethod(request.method, in: revision)
    return .later(
      try start(
        RequestContext(
          request, method: method, revision: revision, logLevel: logLevel, connection: self,
          notify: notify)))
  }

  // MARK: Batches

  private func batch(
    _ items: [JSONValue], notify: @escaping Notify
  ) throws(ProtocolError) -> Reply {
    guard case .handshake(let revision) = state.withLock({ $0.era }), revision.allowsBatches else {
      throw .invalidRequest(
        "several messages in one array are part of revision "
          + "\(ProtocolRevision.march2025.rawValue) alone")
    }
    guard !items.isEmpty else { throw .invalidRequest("the batch is empty") }
    guard items.count <= Self.longestBatch else {
      throw .invalidRequest("the batch has more than \(Self.longestBatch) messages")
    }
    let replies = items.map { begin($0, notify: notify) }
    return .later(
      Task {
        var answers: [OutgoingMessage] = []
        for reply in replies {
          switch reply {
          case .none: break
          case .ready(let answer): answers.append(answer)
          case .later(let task): if let answer = await task.value { answers.append(answer) }
          }
        }
        return answers.isEmpty ? nil : .batch(answers)
      })
  }

  // MARK: Revisions

  /// The revision that a request is written in, and the least level of its log.
  private func revision(
    of request: IncomingMessage.Request
  ) throws(ProtocolError) -> (ProtocolRevision, LogLevel?) {
    let hasEnvelope = RequestEnvelope.isPresent(in: request.params)
    let era = transport == .single ? .stateless : state.withLock { $0.era }
    switch era {
    case .handshake(let revision):
      guard !hasEnvelope else {
        throw .invalidRequest(
          "this connection has agreed on revision \(revision.rawValue) by a handshake")
      }
      return (revision, nil)
    case .undecided where !hasEnvelope && request.method != ProtocolMethod.discover.rawValue:
      let method = try ProtocolMethod(request.method, in: .newestWithHandshake)
      guard method == .ping else {
        throw .invalidRequest("the connection begins with initialize")
      }
      return (.newestWithHandshake, nil)
    case .undecided, .stateless:
      let envelope = try RequestEnvelope(request.params)
      // A client that only looks which revisions there are may still choose the handshake.
      if request.method != ProtocolMethod.discover.rawValue {
        state.withLock { state in
          if state.era == .undecided { state.era = .stateless }
        }
      }
      return (envelope.revision, envelope.logLevel)
    }
  }

  private func initialize(_ params: [String: JSONValue]) throws(ProtocolError) -> JSONValue {
    guard let requested = params["protocolVersion"]?.text else {
      throw .invalidParams("the parameter protocolVersion is missing, or no text")
    }
    for name in ["capabilities", "clientInfo"] where params[name]?.fields == nil {
      throw .invalidParams("the parameter \(name) is missing, or no object")
    }
    let revision =
      ProtocolRevision.withHandshake.first { $0.rawValue == requested } ?? .newestWithHandshake
    let isSingle = transport == .single
    let before = state.withLock { state in
      defer { if state.era == .undecided, !isSingle { state.era = .handshake(revision) } }
      return state.era
    }
    if before == .stateless || isSingle { throw .unsupported(requested) }
    guard before == .undecided else { throw .invalidRequest("the connection is initialized") }
    return [
      "protocolVersion": .string(revision.rawValue), "serverInfo": AgentServer.identity,
      "capabilities": server.capabilities(in: revision),
      "instructions": .string(server.instructions),
    ]
  }

  // MARK: Notifications

  private func take(_ method: String, _ params: [String: JSONValue]) {
    switch method {
    case "notifications/initialized":
      finishHandshake()
    case "notifications/cancelled":
      guard let id = RequestID(params["requestId"]) else { return }
      state.withLock { $0.running[id] }?.task.cancel()
    default:
      // What a client tells beyond that changes nothing here.
      break
    }
  }
}

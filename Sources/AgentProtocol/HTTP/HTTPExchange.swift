/// One message that came by `POST`, and its answer.
///
/// Whatever is answered without telling something before is JSON with a status of its own. With the first
/// notification, or when the answer takes long, it becomes a stream of events.
struct HTTPExchange {
  private let call: HTTPCall
  private let connection: AgentConnection

  init(_ call: HTTPCall, _ connection: AgentConnection) {
    self.call = call
    self.connection = connection
  }

  /// - Parameter finish: Called once when all is sent, or nobody reads any more.
  func answer(_ finish: @escaping @Sendable () -> Void) async -> HTTPAnswer {
    let isSingle = connection.transport == .single
    let running = RunningTask()
    let source = EventSource {
      if isSingle { running.cancel() }
      finish()
    }
    switch connection.begin(call.body, notify: { source.send($0.content) }) {
    case .none:
      source.end(nil)
      return HTTPAnswer(202)
    case .ready(let message):
      source.end(nil)
      return .json(message, status: status(of: message))
    case .later(let task):
      running.set(task)
      Task { source.end(await task.value) }
    }
    let canStream = call.accepts(HTTPField.events)
    return await withTaskCancellationHandler {
      await first(of: source, canStream: canStream)
    } onCancel: {
      if isSingle { running.cancel() }
    }
  }

  private func first(of source: EventSource, canStream: Bool) async -> HTTPAnswer {
    for await item in source.items {
      switch item {
      case .end(let message?): return .json(message, status: status(of: message))
      case .end(nil): return HTTPAnswer(202)
      case .message, .pause:
        if canStream { return .events(EventStream(first: item, rest: source.items)) }
      }
    }
    let error = ProtocolError(.cancelled, "the request was cancelled")
    return .error(200, error)
  }

  /// In a session every answer of the protocol is one of HTTP too; without, errors have a status.
  private func status(of message: OutgoingMessage) -> Int {
    guard case .error(_, let error) = message else { return 200 }
    switch error.code {
    case .overloaded: return 503
    case _ where connection.transport != .single: return 200
    case .methodNotFound: return 404
    case .parse, .invalidRequest, .invalidParams, .headerMismatch, .unsupportedVersion: return 400
    default: return 200
    }
  }
}

/// A request with all that its answer depends on.
struct RequestContext: Sendable {
  let method: ProtocolMethod
  let revision: ProtocolRevision
  let id: RequestID
  let params: [String: JSONValue]
  let connection: AgentConnection
  /// Takes what is sent because of this request.
  let notify: AgentConnection.Notify
  /// Least level of what is logged because of this request, where its revision decides that by request.
  let logLevel: LogLevel?
  let progress: ProgressTeller

  var server: AgentServer { connection.server }

  init(
    _ request: IncomingMessage.Request, method: ProtocolMethod, revision: ProtocolRevision,
    logLevel: LogLevel?, connection: AgentConnection, notify: @escaping AgentConnection.Notify
  ) {
    self.method = method
    self.revision = revision
    id = request.id
    params = request.params
    self.connection = connection
    self.notify = notify
    self.logLevel = logLevel
    progress = ProgressTeller(token: request.meta[MetaKey.progressToken], notify: notify)
  }

  /// - Throws: `ProtocolError` where the parameter is missing or no text.
  func text(_ name: String) throws(ProtocolError) -> String {
    guard let text = params[name]?.text else {
      throw .invalidParams("the parameter \(name) is missing, or no text")
    }
    return text
  }

  /// - Throws: `ProtocolError` where the parameter is there and no object.
  func object(_ name: String) throws(ProtocolError) -> [String: JSONValue] {
    switch params[name] {
    case nil, .null: return [:]
    case .object(let fields)?: return fields
    default: throw .invalidParams("the parameter \(name) is no object")
    }
  }

  /// The place in a list where the client wants to go on.
  ///
  /// - Throws: `ProtocolError` where the parameter is there and no text.
  func cursor() throws(ProtocolError) -> String? {
    switch params["cursor"] {
    case nil, .null: return nil
    case .string(let text)?: return text
    default: throw .invalidParams("the parameter cursor is no text")
    }
  }

  /// For lists that are always whole.
  ///
  /// - Throws: `ProtocolError` where the client wants to go on in one.
  func requireNoCursor() throws(ProtocolError) {
    if try cursor() != nil { throw .invalidParams("the cursor is not one that this server gave") }
  }

  /// A line of the log that belongs to this request, and goes the way of its answer.
  func log(_ level: LogLevel, _ text: String) {
    let isWanted =
      revision.isStateless ? logLevel.map { level >= $0 } ?? false : connection.wants(level)
    if isWanted { notify(ClientMessage(.logLine(level, text))) }
  }

  var tools: ToolContext { ToolContext(knowledge: server.knowledge, progress: progress) }
}

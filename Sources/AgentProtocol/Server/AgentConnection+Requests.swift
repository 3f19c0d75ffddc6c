internal import FootnoteKit
internal import Synchronization

extension AgentConnection {
  /// Begins to answer a request.
  ///
  /// - Throws: `ProtocolError` where there are too many already, or one of this id.
  func start(
    _ context: RequestContext
  ) throws(ProtocolError) -> Task<OutgoingMessage?, Never> {
    let isListening = context.method == .listen
    let started = state.withLock { state -> Result<Task<OutgoingMessage?, Never>, ProtocolError> in
      if state.isClosed { return .failure(.invalidRequest("the connection is closed")) }
      if state.running[context.id] != nil {
        return .failure(.invalidRequest("a request of this id is being answered"))
      }
      guard state.running.count < Self.mostRequests else {
        return .failure(
          ProtocolError(.overloaded, "more than \(Self.mostRequests) requests at a time"))
      }
      let task = Task { await self.answer(context) }
      state.running[context.id] = ConnectionState.Running(task: task, isListening: isListening)
      return .success(task)
    }
    return try started.get()
  }

  private func answer(_ context: RequestContext) async -> OutgoingMessage? {
    let outcome: OutgoingMessage
    do {
      let result = try await perform(context)
      outcome = .result(id: context.id, Self.complete(result, of: context))
    } catch let error as ProtocolError {
      outcome = .error(id: context.id, error)
    } catch is CancellationError {
      outcome = .error(id: context.id, ProtocolError(.cancelled, "the request was cancelled"))
    } catch {
      outcome = .error(
        id: context.id, ProtocolError(.internalError, ErrorMessage(error).description))
    }
    state.withLock { state in
      state.running[context.id] = nil
      state.listening[context.id] = nil
    }
    guard Task.isCancelled else { return outcome }
    // A cancelled request has no answer, but an HTTP request must have one.
    return transport == .session
      ? .error(id: context.id, ProtocolError(.cancelled, "the request was cancelled")) : nil
  }

  private func perform(_ context: RequestContext) async throws -> JSONValue {
    switch context.method {
    case .initialize, .ping: [:]
    case .discover: server.discovery(in: context.revision)
    case .setLogLevel: try setLogLevel(context)
    case .listTools: try server.listTools(context)
    case .callTool: try await server.callTool(context)
    case .listResources: try await server.listResources(context)
    case .listTemplates: try server.listTemplates(context)
    case .readResource: try await server.readResource(context)
    case .subscribe: try await subscribe(context)
    case .unsubscribe: try unsubscribe(context)
    case .listen: try await listen(context)
    case .listPrompts: try server.listPrompts(context)
    case .getPrompt: try await server.getPrompt(context)
    case .complete: try await server.complete(context)
    }
  }

  /// Adds what every result of a stateless revision has.
  private static func complete(_ result: JSONValue, of context: RequestContext) -> JSONValue {
    guard context.revision.isStateless, var fields = result.fields else { return result }
    fields["resultType"] = "complete"
    var meta = fields["_meta"]?.fields ?? [:]
    meta[MetaKey.serverInfo] = AgentServer.identity
    fields["_meta"] = .object(meta)
    if let time = context.method.timeToLive {
      fields["ttlMs"] = .integer(time)
      fields["cacheScope"] = "private"
    }
    return .object(fields)
  }

  private func setLogLevel(_ context: RequestContext) throws(ProtocolError) -> JSONValue {
    let level = try LogLevel(context.params["level"])
    state.withLock { $0.logLevel = level }
    return [:]
  }
}

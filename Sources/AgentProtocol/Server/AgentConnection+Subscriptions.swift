internal import FootnoteKit
internal import Synchronization

/// Changes of documents, for clients that have made a handshake.
extension AgentConnection {
  /// The client knows what was agreed on; from here on it is told of changes.
  func finishHandshake() {
    let isNew = state.withLock { state in
      guard case .handshake = state.era, !state.isInitialized, !state.isClosed else { return false }
      state.isInitialized = true
      return true
    }
    guard isNew else { return }
    let token = server.changes.add { [weak self] changes in self?.tell(changes) }
    let isLate = state.withLock { state in
      if state.isClosed { return true }
      state.listener = token
      return false
    }
    if isLate { server.changes.remove(token) }
  }

  func subscribe(_ context: RequestContext) async throws -> JSONValue {
    let uri = try context.text("uri")
    let path = PathKey(try await server.existingPath(of: uri, in: context))
    // What is told are changes from here on.
    try await server.tracker.begin()
    let isFull = state.withLock { state in
      if state.subscribed[path] == nil, state.subscribed.count >= Self.mostSubscriptions {
        return true
      }
      state.subscribed[path] = uri
      return false
    }
    if isFull {
      throw ProtocolError(.overloaded, "more than \(Self.mostSubscriptions) subscriptions")
    }
    return [:]
  }

  func unsubscribe(_ context: RequestContext) throws -> JSONValue {
    let uri = try context.text("uri")
    if let path = DocumentURI.path(of: uri) {
      state.withLock { $0.subscribed[PathKey(path)] = nil }
    }
    return [:]
  }

  private func tell(_ changes: DocumentChanges) {
    let (notify, uris) = state.withLock { state in
      (state.notify, changes.paths.compactMap { state.subscribed[$0] }.sorted())
    }
    if changes.changesList {
      notify(
        ClientMessage(.notification(method: "notifications/resources/list_changed", params: [:])))
    }
    for uri in uris {
      notify(
        ClientMessage(
          .notification(
            method: "notifications/resources/updated", params: ["uri": .string(uri)])))
    }
  }

  /// Where notifications go that belong to no request; HTTP clients fetch them by a request of their own.
  func attach(_ notify: @escaping Notify) {
    state.withLock { $0.notify = notify }
  }
}

internal import FootnoteKit
internal import Synchronization

/// `subscriptions/listen`: a request that is answered with changes for as long as it is open.
extension AgentConnection {
  /// What a client wants to hear of.
  private struct Wish: Sendable {
    var listChanges = false
    /// Addresses as the client wrote them, by path.
    var uris: [PathKey: String] = [:]

    init(_ fields: [String: JSONValue]) throws(ProtocolError) {
      switch fields["resourcesListChanged"] {
      case nil, .null: break
      case .bool(let value)?: listChanges = value
      default: throw .invalidParams("resourcesListChanged is neither true nor false")
      }
      guard let wanted = fields["resourceSubscriptions"], !wanted.isNull else { return }
      guard let list = wanted.list?.map(\.text), list.allSatisfy({ $0 != nil }) else {
        throw .invalidParams("resourceSubscriptions is no list of texts")
      }
      guard list.count <= AgentConnection.mostSubscriptions else {
        throw .invalidParams("more than \(AgentConnection.mostSubscriptions) subscriptions")
      }
      for uri in list.compactMap(\.self) {
        if let path = DocumentURI.path(of: uri) { uris[PathKey(path)] = uri }
      }
    }

    /// What of it is told: tools and prompts never change, and other addresses are not served here.
    var granted: JSONValue {
      var fields: [String: JSONValue] = [:]
      if listChanges { fields["resourcesListChanged"] = true }
      if !uris.isEmpty {
        fields["resourceSubscriptions"] = .array(uris.values.sorted().map { .string($0) })
      }
      return .object(fields)
    }
  }

  /// Changes that wait for a client that reads slowly; after that its subscription ends, and it has to
  /// look at everything anew.
  private static let longestBacklog = 256

  func listen(_ context: RequestContext) async throws -> JSONValue {
    guard let fields = context.params["notifications"]?.fields else {
      throw ProtocolError.invalidParams("the parameter notifications is missing, or no object")
    }
    let wish = try Wish(fields)
    try await server.tracker.begin()
    let (changes, source) = AsyncStream<DocumentChanges>.makeStream(
      bufferingPolicy: .bufferingOldest(Self.longestBacklog))
    let token = server.changes.add { found in
      if case .dropped = source.yield(found) { source.finish() }
    }
    defer { server.changes.remove(token) }
    let isEnding = state.withLock { state in
      state.listening[context.id] = { source.finish() }
      return state.isEnding
    }
    if isEnding { source.finish() }
    let meta: JSONValue = [MetaKey.subscription: context.id.json]
    send(
      "notifications/subscriptions/acknowledged", ["notifications": wish.granted, "_meta": meta],
      context)
    for await found in changes { tell(found, wish, meta, context) }
    try Task.checkCancellation()
    return ["_meta": meta]
  }

  private func tell(
    _ changes: DocumentChanges, _ wish: Wish, _ meta: JSONValue, _ context: RequestContext
  ) {
    if wish.listChanges, changes.changesList {
      send("notifications/resources/list_changed", ["_meta": meta], context)
    }
    for uri in changes.paths.compactMap({ wish.uris[$0] }).sorted() {
      send(
        "notifications/resources/updated", ["uri": .string(uri), "_meta": meta], context)
    }
  }

  private func send(_ method: String, _ params: JSONValue, _ context: RequestContext) {
    context.notify(ClientMessage(.notification(method: method, params: params)))
  }
}

/// What a client may ask for.
enum ProtocolMethod: String, Sendable, Hashable, CaseIterable {
  case initialize
  case ping
  case discover = "server/discover"
  case setLogLevel = "logging/setLevel"
  case listTools = "tools/list"
  case callTool = "tools/call"
  case listResources = "resources/list"
  case listTemplates = "resources/templates/list"
  case readResource = "resources/read"
  case subscribe = "resources/subscribe"
  case unsubscribe = "resources/unsubscribe"
  case listen = "subscriptions/listen"
  case listPrompts = "prompts/list"
  case getPrompt = "prompts/get"
  case complete = "completion/complete"

  /// The method of that name in a revision.
  ///
  /// - Throws: `ProtocolError` where the revision has none.
  init(_ name: String, in revision: ProtocolRevision) throws(ProtocolError) {
    guard let method = Self(rawValue: name), method.exists(in: revision) else {
      throw ProtocolError(
        .methodNotFound, "there is no method \(name) in revision \(revision.rawValue)",
        data: .string(name))
    }
    self = method
  }

  private func exists(in revision: ProtocolRevision) -> Bool {
    switch self {
    case .discover, .listen: revision.isStateless
    case .initialize, .ping, .setLogLevel, .subscribe, .unsubscribe: !revision.isStateless
    default: true
    }
  }

  /// How long a client may keep the result, in milliseconds; `nil` where the protocol does not ask.
  var timeToLive: Int? {
    switch self {
    // These change only with the program.
    case .discover, .listTools, .listPrompts, .listTemplates: 3_600_000
    // Files change at any time; whoever keeps them listens for changes.
    case .listResources, .readResource: 0
    default: nil
    }
  }
}

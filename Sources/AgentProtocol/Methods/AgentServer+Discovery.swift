extension AgentServer {
  /// What a client needs to know before it asks anything, where there is no handshake.
  func discovery(in revision: ProtocolRevision) -> JSONValue {
    [
      "supportedVersions": .array(ProtocolRevision.stateless.map { .string($0.rawValue) }),
      "capabilities": capabilities(in: revision), "instructions": .string(instructions),
    ]
  }
}

internal import AgentProtocol
internal import ServiceLifecycle

/// Ends the streams of agents when the server is asked to stop: they would go on for ever.
struct StreamCloser: Service {
  let http: StreamableHTTP

  func run() async throws {
    try? await gracefulShutdown()
    http.close()
  }
}

internal import AgentProtocol
public import FootnoteKit
internal import Foundation
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import ServiceLifecycle
internal import WebPages

/// Serves knowledge bases over HTTP: the web page, the API, and agents.
///
///     let service = WebService([session], options: ServiceOptions(port: 0))
///     try await service.run(ready: { address in print(address) }, report: { level, text in log(text) })
///
/// Every request only reads. The index is brought up to date while the server runs.
public struct WebService: Sendable {
  private let sessions: [Session]
  private let options: ServiceOptions

  /// - Precondition: There is at least one session.
  /// - Throws: `ErrorMessage` where the server would be open to other machines without a token.
  public init(_ sessions: [Session], options: ServiceOptions = ServiceOptions())
    throws(ErrorMessage)
  {
    if let host = options.host, options.token == nil {
      throw ErrorMessage(
        "other machines could read everything without a token", at: "--host \(host)",
        remedy: "name a file that holds one with --token-file")
    }
    self.sessions = sessions
    self.options = options
  }

  /// Serves until the task is cancelled; answers in flight are finished then.
  ///
  /// - Parameters:
  ///   - ready: Called with the address of the page once requests are taken. The index may still be made
  ///     then; until it is there, requests are answered with status 503.
  ///   - report: Called for each update and each new trouble, with a line for people.
  /// - Throws: `ErrorMessage` where no port can be listened on.
  public func run(
    ready: @escaping @Sendable (String) -> Void,
    report: @escaping @Sendable (NoteLevel, String) -> Void
  ) async throws {
    let knowledge = Knowledge(opening: sessions, refreshes: options.refreshes)
    let agents = AgentServer(knowledge)
    let ports = options.port.map { $0...$0 } ?? ServiceOptions.usualPorts
    for port in ports {
      do {
        try await serve(
          at: port, knowledge, agents, ready: ready, report: report)
        return
      } catch let error as IOError where error.errnoCode == EADDRINUSE && port < ports.upperBound {
        continue
      } catch is SocketAddressError.UnknownHost {
        throw ErrorMessage(
          "the server cannot listen", at: "\(options.host ?? ""): there is no such host",
          remedy: "choose another --host")
      } catch let error as IOError {
        throw ErrorMessage(
          "the server cannot listen",
          at: "\(options.host ?? "127.0.0.1"):\(port): \(Self.reason(error))",
          remedy: "choose another --port or --host")
      }
    }
  }

  private static func reason(_ error: IOError) -> String {
    String(cString: strerror(error.errnoCode))
  }

  private func serve(
    at port: Int, _ knowledge: Knowledge, _ agents: AgentServer,
    ready: @escaping @Sendable (String) -> Void,
    report: @escaping @Sendable (NoteLevel, String) -> Void
  ) async throws {
    let http = StreamableHTTP(agents)
    let bound = BoundPort(port)
    let (listening, listens) = AsyncStream<Never>.makeStream()
    let upkeep = Upkeep(knowledge: knowledge, agents: agents, listening: listening, report: report)
    let crowd = Crowd(limit: options.limits.connections)
    let router = try router(knowledge, http, bound, crowd)
    let host = options.host
    let limits = options.limits
    var logger = Logger(label: "footnote") { _ in ReportingLogHandler(report: report) }
    logger.logLevel = .error
    let application = Application(
      router: router,
      server: HTTPServerBuilder { responder in
        ServiceChannel(responder: responder, limits: limits, crowd: crowd)
      },
      configuration: ApplicationConfiguration(
        address: .hostname(host ?? "127.0.0.1", port: port), serverName: "footnote",
        availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? port
        bound.set(port)
        listens.finish()
        ready(Self.address(host: host, port: port))
      },
      logger: logger)
    var configuration = ServiceGroupConfiguration(
      // They stop in reverse order: streams first, since the server waits for them.
      services: [
        .init(service: upkeep),
        .init(service: application),
        .init(service: StreamCloser(http: http)),
      ],
      gracefulShutdownSignals: [], logger: logger)
    configuration.maximumGracefulShutdownDuration = limits.farewell
    try await runToTheEnd(ServiceGroup(configuration: configuration))
  }

  /// A cancelled task ends the server in order. If the group were cancelled itself, connections that
  /// were just accepted would be dropped, which their library takes for a mistake and ends the process.
  private func runToTheEnd(_ group: ServiceGroup) async throws {
    let running = Task { try await group.run() }
    try await withTaskCancellationHandler {
      try await running.value
    } onCancel: {
      Task { await group.triggerGracefulShutdown() }
    }
  }

  private func router(
    _ knowledge: Knowledge, _ http: StreamableHTTP, _ bound: BoundPort, _ crowd: Crowd
  ) throws -> Router<ServiceContext> {
    let site = try WebSite(names: sessions.map(\.knowledgeBase.name))
    let engine = Engine(knowledge: knowledge, limits: options.limits, crowd: crowd)
    let metrics = MetricsRecorder()
    let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: Envelope(failures: FailureAnswers(site: site), metrics: metrics))
    router.add(
      middleware: RequestGate(
        host: options.host, names: options.names, bound: bound, token: options.token,
        limits: options.limits))
    router.add(middleware: Admission(options.limits))
    try APIRoutes(engine).add(to: router)
    AgentRoutes(http: http).add(to: router)
    HealthRoutes(engine: engine, metrics: metrics).add(to: router)
    PageRoutes(engine: engine, site: site).add(to: router)
    return router
  }

  /// What a person types to get to the page.
  private static func address(host: String?, port: Int) -> String {
    guard let host, host != "0.0.0.0", host != "::" else { return "http://127.0.0.1:\(port)/" }
    return "http://\(host.contains(":") ? "[\(host)]" : host):\(port)/"
  }
}

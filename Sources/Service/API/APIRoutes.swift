internal import AgentProtocol
internal import FootnoteKit
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import WebPages

/// `/api/…`: the answers of the command line as JSON.
struct APIRoutes: Sendable {
  /// What follows `/api/`, for all knowledge bases.
  static let names = [
    "ask", "sources", "documents", "related", "provenance", "timeline", "status", "graph",
  ]
  private static let json = "application/json"

  let engine: Engine
  let endpoints: [any Endpoint]
  private let description: [UInt8]

  /// - Throws: `ErrorMessage` where the description has no JSON.
  init(_ engine: Engine) throws {
    self.engine = engine
    let group = engine.knowledge.group
    var layers: [String] = []
    for layer in group.sessions.flatMap({ $0.knowledgeBase.layers.map(\.name) })
    where !layers.contains(layer) {
      layers.append(layer)
    }
    endpoints = [
      AskEndpoint(layers: layers), SourcesEndpoint(), DocumentsEndpoint(), RelatedEndpoint(),
      ProvenanceEndpoint(), TimelineEndpoint(layers: layers), StatusEndpoint(group: group),
      GraphEndpoint(group: group, layers: layers),
    ]
    description = try JSONText.write(OpenAPI(endpoints).document)
  }

  func add(to router: Router<ServiceContext>) {
    for endpoint in endpoints {
      let path = "/api/\(endpoint.name)" + (endpoint.takesPath ? "/**" : "")
      router.get(RouterPath(path)) { request, context in
        try await answer(endpoint, request, context)
      }
    }
    router.get(RouterPath(ServiceRoutes.openAPI)) { [description] request, _ in
      Response(
        description, contentType: "application/vnd.oai.openapi+json",
        tag: EntityTag.of(description), for: request)
    }
  }

  private func answer(
    _ endpoint: any Endpoint, _ request: Request, _ context: ServiceContext
  ) async throws -> Response {
    let fields = try QueryString.fields(of: request.uri.query)
    let arguments = try QueryArguments.read(fields, of: endpoint.parameters)
    let path = endpoint.takesPath ? try documentPath(endpoint, request) : nil
    let known = request.headers[values: .ifNoneMatch]
    let stale = engine.knowledge.stale
    let target = request.head.path ?? ""
    let result = try await engine.run(context) {
      searcher -> (tag: String, body: [UInt8]?) in
      let call = EndpointCall(
        arguments: arguments, path: path, searcher: searcher, stale: stale)
      guard endpoint.followsIndex else {
        let body = try JSONText.write(endpoint.answer(call)) + [UInt8(ascii: "\n")]
        return (EntityTag.of(body), body)
      }
      let tag = try Self.tag(of: target, searcher: searcher, stale: stale)
      // What the client has is still the answer: nothing is searched.
      if !known.isEmpty, EntityTag.matches(tag, known) { return (tag, nil) }
      return (tag, try JSONText.write(endpoint.answer(call)) + [UInt8(ascii: "\n")])
    }
    return Response(result.body ?? [], contentType: Self.json, tag: result.tag, for: request)
  }

  /// The same for the same question on the same state of the index. How long the search took is no part of
  /// the answer; "last month" depends on the day.
  private static func tag(
    of target: String, searcher: GroupSearcher, stale: Int
  ) throws -> String {
    let state = try searcher.answerState().map(String.init).joined(separator: ",")
    let parts = [
      FootnoteVersion.current, target, state, String(stale), Session.today().description,
      String(searcher.hasEncoder),
    ]
    return EntityTag.of(parts.joined(separator: "\n"))
  }

  private func documentPath(_ endpoint: any Endpoint, _ request: Request) throws -> String {
    let prefix = "/api/\(endpoint.name)/"
    let path = ServiceRoutes.path(of: request.head.path ?? "")
    guard path.hasPrefix(prefix) else {
      throw ServiceError.notFound("the path of a document is missing")
    }
    return try DocumentAddress.path(path.dropFirst(prefix.count))
  }
}

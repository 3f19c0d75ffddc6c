internal import AgentProtocol
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore

/// What every request has to pass, whatever it asks for: its form, the name by which it calls this server,
/// the page that it comes from, the token.
struct RequestGate: RouterMiddleware {
  typealias Context = ServiceContext

  /// Where the server listens; `nil` for the loopback.
  let host: String?
  let names: [String]
  let bound: BoundPort
  let token: AccessToken?
  let limits: ServiceLimits

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    try check(request)
    return try await next(request, context)
  }

  private func check(_ request: Request) throws(ServiceError) {
    guard let target = request.head.path, target.hasPrefix("/"), !target.hasPrefix("//") else {
      throw .malformed("the address is no path")
    }
    guard target.utf8.count <= limits.longestTarget else {
      throw .targetTooLong(limit: limits.longestTarget)
    }
    try checkOrigin(of: request)
    if let token, !token.matches(request.headers[.authorization]) { throw .unauthorized }
    try checkMethod(of: request, target: target)
    if let length = request.headers[.contentLength].flatMap({ Int($0) }),
      length > StreamableHTTP.longestBody
    {
      throw .bodyTooLong(limit: StreamableHTTP.longestBody)
    }
  }

  private func checkOrigin(of request: Request) throws(ServiceError) {
    let hosts = AllowedHosts(host: self.host, names: names, port: bound.value)
    guard let host = request.head.authority, hosts.allows(host: host) else {
      throw .forbidden("the request names another host than this server")
    }
    for origin in request.headers[values: .origin] where !hosts.allows(origin: origin) {
      throw .forbidden("the request comes from a page of another site")
    }
    // Browsers say so of what a page of another site embeds; a link that is followed is welcome.
    if let name = HTTPField.Name("Sec-Fetch-Site"), request.headers[name] == "cross-site",
      let mode = HTTPField.Name("Sec-Fetch-Mode"), request.headers[mode] != "navigate"
    {
      throw .forbidden("the request comes from a page of another site")
    }
  }

  private func checkMethod(of request: Request, target: String) throws(ServiceError) {
    // The protocol's own rules hold there.
    if ServiceRoutes.path(of: target) == ServiceRoutes.agents { return }
    guard request.method == .get || request.method == .head else {
      throw .wrongMethod(allowed: "GET, HEAD")
    }
  }
}

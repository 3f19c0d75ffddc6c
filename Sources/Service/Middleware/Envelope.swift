internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging

/// The outermost layer: every error becomes an answer, every answer has the headers that keep a browser from
/// doing more with it than showing it, and is counted.
struct Envelope: RouterMiddleware {
  typealias Context = ServiceContext

  /// Nothing from elsewhere, nothing inline, no frame around it.
  static let contentPolicy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'
    """

  private static let fields: [(HTTPField.Name?, String)] = [
    (.init("Content-Security-Policy"), contentPolicy),
    (.xContentTypeOptions, "nosniff"),
    (.init("X-Frame-Options"), "DENY"),
    (.init("Referrer-Policy"), "no-referrer"),
    (.init("Cross-Origin-Opener-Policy"), "same-origin"),
    (.init("Cross-Origin-Resource-Policy"), "same-origin"),
    (.init("Permissions-Policy"), "camera=(), microphone=(), geolocation=()"),
  ]

  let failures: FailureAnswers
  let metrics: MetricsRecorder

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    metrics.begin()
    var response: Response
    do {
      response = try await next(request, context)
    } catch {
      response = failures.answer(to: error, request)
      if response.status.code >= 500 {
        context.logger.error("\(ServiceRoutes.label(of: request)): \(failures.logLine(for: error))")
      }
    }
    for (name, value) in Self.fields {
      if let name, response.headers[name] == nil { response.headers[name] = value }
    }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-cache" }
    // The compressor, which does not know the request, must leave an answer without body alone.
    if request.method == .head { response.headers[CompressionRule.exemption] = "1" }
    metrics.end(
      route: ServiceRoutes.label(of: request), status: response.status.code,
      took: ContinuousClock.now - context.start)
    return response
  }
}

internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging

/// The outermost layer: every error becomes an answer, every answer has the headers that keep a browser from
/// doing more with it than showing it, and is counted.
struct Envelope: RouterMiddleware {
  typealias Context = ServiceContext

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
      if response.status.code >= 500, let line = failures.logLine(for: error) {
        context.logger.error("\(ServiceRoutes.label(of: request)): \(line)")
      }
    }
    for field in SafetyFields.fields where response.headers[field.name] == nil {
      response.headers.append(field)
    }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-cache" }
    if request.method == .head {
      response = response.createHeadResponse()
      // The compressor does not know the request.
      response.headers[CompressionRule.exemption] = "1"
    }
    metrics.end(
      route: ServiceRoutes.label(of: request), status: response.status.code,
      took: ContinuousClock.now - context.start)
    return response
  }
}

internal import AgentProtocol
internal import FootnoteKit
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import WebPages

/// Turns errors into answers: problem details (RFC 9457) for programs, a page for people.
struct FailureAnswers: Sendable {
  let site: WebSite

  /// What went wrong, as a client is told.
  func problem(for error: any Error) -> Problem {
    switch error {
    case let error as ServiceError: Problem(error)
    case let error as ArgumentError: Problem(400, "The parameters are wrong", detail: error.message)
    case let error as HTTPError: Problem(error.status.code, error.status.reasonPhrase)
    case let error as IndexError: Problem(error)
    case let error as CorpusError: Problem(404, "No such text", error: error)
    case is QueryError: Problem(400, "The question cannot be asked", error: error)
    case is CitationError: Problem(400, "The citation cannot be read", error: error)
    case is NIOTooManyBytesError:
      Problem(.bodyTooLong(limit: StreamableHTTP.longestBody))
    case is CancellationError: Problem(.overloaded)
    default: Problem(500, "Something failed", error: error)
    }
  }

  func answer(to error: any Error, _ request: Request) -> Response {
    let problem = problem(for: error)
    var response = ServiceRoutes.isForPeople(request) ? page(problem, request) : json(problem)
    if case ServiceError.wrongMethod(let allowed) = error { response.headers[.allow] = allowed }
    if case ServiceError.unauthorized = error {
      response.headers[.wwwAuthenticate] =
        #"Basic realm="Footnote: any name, the token as password", charset="UTF-8""#
    }
    if [429, 503].contains(problem.status) { response.headers[.retryAfter] = "1" }
    return response
  }

  /// What whoever runs the server should know; `nil` for what passes by itself.
  func logLine(for error: any Error) -> String? {
    error is ServiceError || error is CancellationError ? nil : ErrorMessage(error).description
  }

  private func json(_ problem: Problem) -> Response {
    Response(
      status: .init(code: problem.status), headers: [.contentType: "application/problem+json"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: problem.text)))
  }

  private func page(_ problem: Problem, _ request: Request) -> Response {
    let asked = PageRequest(path: request.uri.path)
    let page = site.failure(
      problem.status, message: problem.title, detail: problem.detail, for: asked)
    return Response(page)
  }
}

internal import AgentProtocol
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore

/// `/mcp`: the Model Context Protocol over HTTP.
struct AgentRoutes: Sendable {
  let http: StreamableHTTP

  func add(to router: Router<ServiceContext>) {
    for method in [HTTPRequest.Method.get, .post, .delete, .put, .patch, .options] {
      router.on(RouterPath(ServiceRoutes.agents), method: method) { request, _ in
        try await answer(request)
      }
    }
  }

  private func answer(_ request: Request) async throws -> Response {
    var request = request
    let body = try await request.collectBody(upTo: StreamableHTTP.longestBody)
    var headers = request.headers.map { (name: $0.name.rawName, value: $0.value) }
    if let host = request.head.authority { headers.append(("Host", host)) }
    let call = HTTPCall(
      method: request.method.rawValue, headers: headers, body: Array(body.readableBytesView))
    let answer = await http.answer(call)
    var fields = HTTPFields()
    for (name, value) in answer.headers {
      if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
    }
    // After a stream the connection ends; who used it again at that moment would lose a request.
    if case .events = answer.body { fields[.connection] = "close" }
    return Response(
      status: .init(code: answer.status), headers: fields, body: Self.body(answer.body, of: request)
    )
  }

  private static func body(_ body: HTTPAnswer.Body, of request: Request) -> ResponseBody {
    switch body {
    case .complete(let bytes): ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    case .events(let events):
      ResponseBody { writer in
        // Whoever goes away is not noticed by writing, which is rare; its request must end all the same.
        try await request.body.consumeWithCancellationOnInboundClose { body in
          // Read before, but its second end has to be reached too.
          for try await _ in body {}
          for await bytes in events { try await writer.write(ByteBuffer(bytes: bytes)) }
        }
        try await writer.finish(nil)
      }
    }
  }
}

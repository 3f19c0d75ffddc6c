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
    let body = try await request.body.collect(upTo: StreamableHTTP.longestBody)
    var headers = request.headers.map { (name: $0.name.rawName, value: $0.value) }
    if let host = request.head.authority { headers.append(("Host", host)) }
    let call = HTTPCall(
      method: request.method.rawValue, headers: headers, body: Array(body.readableBytesView))
    let answer = await http.answer(call)
    var fields = HTTPFields()
    for (name, value) in answer.headers {
      if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
    }
    return Response(
      status: .init(code: answer.status), headers: fields, body: Self.body(answer.body))
  }

  private static func body(_ body: HTTPAnswer.Body) -> ResponseBody {
    switch body {
    case .complete(let bytes): ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    case .events(let events):
      ResponseBody { writer in
        for await bytes in events { try await writer.write(ByteBuffer(bytes: bytes)) }
        try await writer.finish(nil)
      }
    }
  }
}

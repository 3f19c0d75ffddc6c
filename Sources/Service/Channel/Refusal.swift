internal import NIOHTTP1

/// An answer to what is no request, which no route ever sees.
struct Refusal {
  let status: HTTPResponseStatus
  let body: [UInt8]

  /// - Parameter detail: What is wrong.
  init(_ status: HTTPResponseStatus, _ detail: String) {
    self.status = status
    let problem = Problem(Int(status.code), "The request is malformed", detail: detail)
    body = Array(problem.text.utf8)
  }

  static let malformed = Refusal(.badRequest, "it is no HTTP, or names no host or several")
  static let longHead = Refusal(
    .requestHeaderFieldsTooLarge, "its address or header fields are too long")

  var head: HTTPResponseHead {
    var headers = HTTPHeaders([
      ("Content-Type", "application/problem+json"), ("Content-Length", String(body.count)),
      ("Connection", "close"),
    ])
    for (name, value) in SafetyFields.all { headers.add(name: name, value: value) }
    return HTTPResponseHead(version: .http1_1, status: status, headers: headers)
  }

  /// All of it, as it goes over the wire.
  var bytes: [UInt8] {
    var text = "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\n"
    for (name, value) in head.headers { text += "\(name): \(value)\r\n" }
    return Array((text + "\r\n").utf8) + body
  }
}

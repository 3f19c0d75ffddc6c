/// What an HTTP request is answered with.
public struct HTTPAnswer: Sendable {
  public enum Body: Sendable {
    /// All at once; may be empty.
    case complete([UInt8])
    /// Server-sent events, each to be written as it comes. Whoever stops reading ends what it is about.
    case events(EventStream)
  }

  public var status: Int
  public var headers: [(name: String, value: String)]
  public var body: Body

  init(_ status: Int, headers: [(name: String, value: String)] = [], body: Body = .complete([])) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A message as JSON.
  static func json(_ message: OutgoingMessage, status: Int = 200) -> HTTPAnswer {
    HTTPAnswer(
      status, headers: [(HTTPField.contentType, HTTPField.json)], body: .complete(message.bytes))
  }

  /// An error that belongs to no request that could be read.
  static func error(_ status: Int, _ error: ProtocolError, id: RequestID? = nil) -> HTTPAnswer {
    json(.error(id: id, error), status: status)
  }

  static func refusal(_ status: Int, _ reason: String) -> HTTPAnswer {
    error(status, .invalidRequest(reason))
  }

  static func events(_ stream: EventStream) -> HTTPAnswer {
    let headers = [
      (HTTPField.contentType, HTTPField.events),
      (HTTPField.cacheControl, "no-cache, no-transform"), (HTTPField.buffering, "no"),
    ]
    return HTTPAnswer(200, headers: headers, body: .events(stream))
  }

  static func wrongMethod(_ allowed: String) -> HTTPAnswer {
    var answer = refusal(405, "the method is not allowed here")
    answer.headers.append((HTTPField.allow, allowed))
    return answer
  }
}

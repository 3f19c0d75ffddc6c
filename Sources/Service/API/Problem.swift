internal import FootnoteKit

/// What is wrong with a request or its answer, as RFC 9457 writes it.
struct Problem: Encodable, Sendable {
  /// Status of HTTP.
  let status: Int
  /// The same for all problems of its kind.
  let title: String
  /// What, where, and how to mend it.
  let detail: String?

  init(_ status: Int, _ title: String, detail: String? = nil) {
    self.status = status
    self.title = title
    self.detail = detail
  }

  init(_ status: Int, _ title: String, error: any Error) {
    self.init(status, title, detail: ErrorMessage(error).description)
  }

  init(_ error: ServiceError) {
    switch error {
    case .malformed(let reason): self.init(400, "The request is malformed", detail: reason)
    case .unauthorized:
      self.init(
        401, "A token is needed",
        detail: "send it as Authorization: Bearer TOKEN, or in a browser as the password")
    case .forbidden(let reason):
      self.init(
        403, "The request is refused",
        detail: reason + "; a name by which this machine is called is allowed with --allow-host")
    case .notFound(let detail): self.init(404, "Not found", detail: detail)
    case .wrongMethod(let allowed):
      self.init(405, "The method is not allowed", detail: "allowed here: \(allowed)")
    case .targetTooLong(let limit):
      self.init(414, "The address is too long", detail: "at most \(limit) bytes")
    case .bodyTooLong(let limit):
      self.init(413, "The body is too long", detail: "at most \(limit) bytes")
    case .tooManyOfClient(let limit):
      self.init(
        429, "Too many requests at a time",
        detail: "at most \(limit) of one client; try again when some are answered")
    case .overloaded:
      self.init(503, "The server is busy", detail: "try again in a moment")
    case .unreadable:
      self.init(503, "The knowledge base cannot be read", detail: "the server's log says why")
    case .opening:
      self.init(503, "The index is being made", detail: "try again in a moment")
    }
  }

  /// Trouble with the index keeps the server from answering, and passes; the place of its file is nobody's
  /// business but that of whoever runs the server.
  init(_ error: IndexError) {
    switch error {
    case .missing, .outdated: self.init(.opening)
    case .locked: self.init(503, "The index is being made", detail: "another process is making it")
    default: self.init(503, "The index cannot be used", detail: "the server's log says why")
    }
  }

  enum CodingKeys: String, CodingKey { case type, status, title, detail }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("about:blank", forKey: .type)
    try container.encode(status, forKey: .status)
    try container.encode(title, forKey: .title)
    try container.encode(detail, forKey: .detail)
  }

  var text: String {
    // A problem has texts and a number only, which always have JSON.
    ((try? JSONLine.encode(self)) ?? "{}") + "\n"
  }
}

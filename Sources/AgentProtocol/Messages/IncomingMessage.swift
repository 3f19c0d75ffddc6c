/// A message of a client.
enum IncomingMessage: Sendable {
  case request(Request)
  case notification(method: String, params: [String: JSONValue])
  /// An answer. This server asks its clients nothing.
  case response

  /// A request.
  struct Request: Sendable {
    var id: RequestID
    var method: String
    var params: [String: JSONValue]

    /// What a client says about the request rather than for it.
    var meta: [String: JSONValue] { params["_meta"]?.fields ?? [:] }
  }

  /// What is wrong with a message, and the id to answer to as far as it can be read.
  struct Malformed: Error, Sendable {
    var id: RequestID?
    var error: ProtocolError
  }

  init(_ value: JSONValue) throws(Malformed) {
    guard let fields = value.fields else {
      throw Malformed(error: .invalidRequest("a message is a JSON object"))
    }
    let id = RequestID(fields["id"])
    func malformed(_ reason: String) -> Malformed {
      Malformed(id: id, error: .invalidRequest(reason))
    }
    guard fields["jsonrpc"]?.text == "2.0" else { throw malformed("jsonrpc is not \"2.0\"") }
    if fields["method"] == nil, fields["result"] != nil || fields["error"] != nil {
      self = .response
      return
    }
    guard let method = fields["method"]?.text else { throw malformed("method is no text") }
    let given = fields["params"] ?? .null
    guard given.isNull || given.fields != nil else { throw malformed("params is no object") }
    let params = given.fields ?? [:]
    if fields["id"] == nil {
      self = .notification(method: method, params: params)
    } else if let id {
      self = .request(Request(id: id, method: method, params: params))
    } else {
      throw malformed("id is neither text nor a whole number")
    }
  }
}

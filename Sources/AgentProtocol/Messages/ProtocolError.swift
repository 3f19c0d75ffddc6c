/// Why a request is answered with an error of the protocol.
package struct ProtocolError: Error, Sendable {
  package var code: ErrorCode
  /// One sentence.
  package var message: String
  package var data: JSONValue?

  package init(_ code: ErrorCode, _ message: String, data: JSONValue? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }

  static func parse(_ message: String) -> ProtocolError {
    ProtocolError(.parse, message)
  }

  static func invalidRequest(_ message: String) -> ProtocolError {
    ProtocolError(.invalidRequest, message)
  }

  static func invalidParams(_ message: String) -> ProtocolError {
    ProtocolError(.invalidParams, message)
  }

  /// The revision that a client asks for is not spoken without a handshake.
  static func unsupported(_ requested: String) -> ProtocolError {
    let supported = ProtocolRevision.stateless.map { JSONValue.string($0.rawValue) }
    return ProtocolError(
      .unsupportedVersion, "the protocol version is not supported",
      data: ["requested": .string(requested), "supported": .array(supported)])
  }

  /// The JSON of the member `error`.
  var json: JSONValue {
    var fields: [String: JSONValue] = [
      "code": .integer(code.rawValue), "message": .string(message),
    ]
    if let data { fields["data"] = data }
    return .object(fields)
  }
}

internal import Foundation

/// The header fields of a request without handshake. They repeat what its body says, for whatever stands
/// between client and server, and so must say the same.
enum RoutingHeaders {
  /// The parameter that `Mcp-Name` repeats, by method.
  private static let named = [
    "tools/call": "name", "prompts/get": "name", "resources/read": "uri",
  ]

  /// - Throws: `ProtocolError` where a field is missing, repeated or says something else than the body.
  static func check(
    _ call: HTTPCall, against request: IncomingMessage.Request
  ) throws(ProtocolError) {
    for name in [HTTPField.version, HTTPField.method, HTTPField.name]
    where call.values(of: name).count > 1 {
      throw ProtocolError(.headerMismatch, "the header \(name) stands there more than once")
    }
    // A body that names no version is wrong by itself, and is told so.
    guard let version = request.meta[MetaKey.version]?.text else { return }
    guard call.header(HTTPField.version) == version else {
      throw mismatch(HTTPField.version, MetaKey.version)
    }
    guard call.header(HTTPField.method) == request.method else {
      throw mismatch(HTTPField.method, "method")
    }
    if let key = named[request.method], let value = request.params[key]?.text {
      guard call.header(HTTPField.name).flatMap(decoded) == value else {
        throw mismatch(HTTPField.name, key)
      }
    }
  }

  private static func mismatch(_ header: String, _ member: String) -> ProtocolError {
    ProtocolError(
      .headerMismatch, "the header \(header) is missing, or says something else than \(member)")
  }

  /// The text of a field; what a field cannot hold stands there as `=?base64?…?=`.
  static func decoded(_ value: String) -> String? {
    let begin = "=?base64?"
    let end = "?="
    guard value.hasPrefix(begin), value.hasSuffix(end), value.count >= begin.count + end.count
    else { return value }
    let text = String(value.dropFirst(begin.count).dropLast(end.count))
    guard let data = Data(base64Encoded: text), data.base64EncodedString() == text else {
      return nil
    }
    return String(validating: data, as: UTF8.self)
  }
}

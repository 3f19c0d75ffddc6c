internal import FootnoteKit

/// A message to a client.
package enum OutgoingMessage: Sendable {
  case result(id: RequestID, JSONValue)
  /// Without an id where that of the request could not be read.
  case error(id: RequestID?, ProtocolError)
  case notification(method: String, params: JSONValue)
  /// The answers to a batch.
  case batch([OutgoingMessage])

  var json: JSONValue {
    switch self {
    case .result(let id, let result):
      ["jsonrpc": "2.0", "id": id.json, "result": result]
    case .error(let id, let error):
      ["jsonrpc": "2.0", "id": id?.json ?? .null, "error": error.json]
    case .notification(let method, let params):
      ["jsonrpc": "2.0", "method": .string(method), "params": params]
    case .batch(let messages):
      .array(messages.map(\.json))
    }
  }

  /// One line of JSON without its line break.
  package var bytes: [UInt8] {
    do {
      return try JSONText.write(json)
    } catch {
      let problem = ProtocolError(.internalError, ErrorMessage(error).description)
      return Array(Self.fallback(id: id, problem.message).utf8)
    }
  }

  private var id: RequestID? {
    switch self {
    case .result(let id, _): id
    case .error(let id, _): id
    case .notification, .batch: nil
    }
  }

  /// Written by hand, since it stands for what could not be encoded.
  private static func fallback(id: RequestID?, _ message: String) -> String {
    let name = id.flatMap { try? JSONLine.encode($0.json) } ?? "null"
    let text = (try? JSONLine.encode(message)) ?? "\"the answer has no JSON\""
    return #"{"error":{"code":-32603,"message":\#(text)},"id":\#(name),"jsonrpc":"2.0"}"#
  }
}

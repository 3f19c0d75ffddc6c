/// What a tool found, for programs and for models.
struct ToolAnswer: Sendable {
  /// What the command of the same name prints as JSON.
  var structured: any Encodable & Sendable
  /// The same for a model to read, with citations, and with whatever a file holds marked as quoted.
  var text: String
  /// What is missing from the answer, one line each, for the log.
  var warnings: [String] = []

  /// The result of the call.
  func json(in revision: ProtocolRevision) -> JSONValue {
    var fields: [String: JSONValue] = [
      "content": [["type": "text", "text": .string(text)]], "isError": false,
    ]
    if revision.hasStructuredContent { fields["structuredContent"] = .encodable(structured) }
    return .object(fields)
  }

  /// The result of a call that failed, for a model to do better.
  static func failure(_ message: String) -> JSONValue {
    ["content": [["type": "text", "text": .string(message)]], "isError": true]
  }
}

internal import FootnoteKit

/// A tool that a model may call. None of them changes anything but the index.
protocol AgentTool: Sendable {
  var name: String { get }
  var title: String { get }
  /// For the model that chooses between tools.
  var about: String { get }
  var parameters: [Parameter] { get }
  /// JSON Schema of the structured answer: what the command of the same name prints as JSON.
  var output: JSONValue { get }

  /// - Throws: `ArgumentError`, `ErrorMessage` and what FootnoteKit throws; all are shown to the model.
  func call(_ arguments: Arguments, in context: ToolContext) async throws -> ToolAnswer
}

extension AgentTool {
  /// The tool, as `tools/list` shows it.
  func json(in revision: ProtocolRevision) -> JSONValue {
    var fields: [String: JSONValue] = [
      "name": .string(name), "description": .string(about), "inputSchema": inputSchema,
      "annotations": [
        "title": .string(title), "readOnlyHint": true, "destructiveHint": false,
        "idempotentHint": true, "openWorldHint": false,
      ],
    ]
    if revision.hasStructuredContent {
      fields["title"] = .string(title)
      fields["outputSchema"] = output
    }
    return .object(fields)
  }

  private var inputSchema: JSONValue {
    let properties = Dictionary(parameters.map { ($0.name, $0.schema) }) { $1 }
    let required = parameters.filter(\.isRequired).map { JSONValue.string($0.name) }
    return [
      "type": "object", "properties": .object(properties), "required": .array(required),
      "additionalProperties": false,
    ]
  }
}

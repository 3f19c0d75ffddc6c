/// A task that a person starts from the menu of a client: made ready with what the knowledge base has for it.
protocol AgentPrompt: Sendable {
  var name: String { get }
  var title: String { get }
  /// For people.
  var about: String { get }
  var arguments: [PromptArgument] { get }

  /// What the model is told.
  ///
  /// - Throws: `ArgumentError` for arguments that lead nowhere, and what FootnoteKit throws.
  func text(_ given: [String: String], in context: ToolContext) async throws -> String
}

extension AgentPrompt {
  /// The prompt, as `prompts/list` shows it.
  func json(in revision: ProtocolRevision) -> JSONValue {
    var fields: [String: JSONValue] = [
      "name": .string(name), "description": .string(about),
      "arguments": .array(arguments.map(\.json)),
    ]
    if revision.hasStructuredContent { fields["title"] = .string(title) }
    return .object(fields)
  }
}

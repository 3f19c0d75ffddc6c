/// An argument of a prompt.
struct PromptArgument: Sendable {
  /// What a client is offered while somebody types.
  enum Completion: Sendable, Hashable {
    case nothing
    /// Paths of documents, of one layer where given.
    case documents(layer: String?)
  }

  let name: String
  /// For people.
  let about: String
  var isRequired = false
  var completion = Completion.nothing

  var json: JSONValue {
    [
      "name": .string(name), "description": .string(about), "required": .bool(isRequired),
    ]
  }
}

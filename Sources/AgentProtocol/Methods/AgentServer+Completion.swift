internal import FootnoteKit

extension AgentServer {
  /// Values that one answer may have, by the protocol.
  private static let mostValues = 100

  /// Completes an argument of a prompt, or the path in the address of a resource.
  func complete(_ context: RequestContext) async throws -> JSONValue {
    let reference = try context.object("ref")
    let argument = try context.object("argument")
    guard let name = argument["name"]?.text, let value = argument["value"]?.text else {
      throw ProtocolError.invalidParams("the parameter argument has no name or no value")
    }
    let (kind, isAddress) = try completion(of: name, for: reference)
    let paths: [String]
    switch kind {
    case .nothing: paths = []
    case .documents(let layer):
      paths = try await knowledge.run(progress: context.progress.tell) { searcher in
        try searcher.paths(completing: value, layer: layer)
      }
    }
    let values = paths.prefix(Self.mostValues).map { path in
      // In an address stands what a client puts there as it is.
      JSONValue.string(
        isAddress ? String(DocumentURI.uri(of: path).dropFirst(DocumentURI.prefix.count)) : path)
    }
    return [
      "completion": [
        "values": .array(values), "total": .integer(paths.count),
        "hasMore": .bool(paths.count > Self.mostValues),
      ]
    ]
  }

  private func completion(
    of name: String, for reference: [String: JSONValue]
  ) throws(ProtocolError) -> (PromptArgument.Completion, isAddress: Bool) {
    switch reference["type"]?.text {
    case "ref/prompt":
      let prompt = try prompt(named: reference["name"]?.text ?? "")
      guard let argument = prompt.arguments.first(where: { $0.name == name }) else {
        throw .invalidParams("the prompt \(prompt.name) has no argument \(name)")
      }
      return (argument.completion, false)
    case "ref/resource":
      guard reference["uri"]?.text == DocumentURI.template else {
        throw .invalidParams("the only template is \(DocumentURI.template)")
      }
      guard name == "path" else { throw .invalidParams("the template has no variable \(name)") }
      return (.documents(layer: nil), true)
    default:
      throw .invalidParams("ref names neither a prompt nor a resource")
    }
  }
}

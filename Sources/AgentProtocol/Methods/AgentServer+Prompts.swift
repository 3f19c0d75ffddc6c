internal import FootnoteKit

extension AgentServer {
  func listPrompts(_ context: RequestContext) throws(ProtocolError) -> JSONValue {
    try context.requireNoCursor()
    return ["prompts": .array(prompts.map { $0.json(in: context.revision) })]
  }

  func getPrompt(_ context: RequestContext) async throws -> JSONValue {
    let prompt = try prompt(named: context.text("name"))
    var given: [String: String] = [:]
    for (name, value) in try context.object("arguments") {
      guard let text = value.text else {
        throw ProtocolError.invalidParams("the argument \(name) is no text")
      }
      guard prompt.arguments.contains(where: { $0.name == name }) else {
        throw ProtocolError.invalidParams("the prompt \(prompt.name) has no argument \(name)")
      }
      given[name] = text
    }
    for argument in prompt.arguments where argument.isRequired {
      guard given[argument.name]?.contains(where: { !$0.isWhitespace }) == true else {
        throw ProtocolError.invalidParams("the argument \(argument.name) is missing")
      }
    }
    do {
      let text = try await prompt.text(given, in: context.tools)
      return [
        "description": .string(prompt.about),
        "messages": [["role": "user", "content": ["type": "text", "text": .string(text)]]],
      ]
    } catch let error as ArgumentError {
      throw ProtocolError.invalidParams(error.message)
    } catch let error as QueryError {
      throw ProtocolError.invalidParams(error.message)
    }
  }

  /// - Throws: `ProtocolError` where there is no such prompt.
  func prompt(named name: String) throws(ProtocolError) -> any AgentPrompt {
    guard let prompt = prompts.first(where: { $0.name == name }) else {
      let names = prompts.map(\.name).joined(separator: ", ")
      throw .invalidParams("unknown prompt: \(name); there are \(names)")
    }
    return prompt
  }
}

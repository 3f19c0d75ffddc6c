internal import FootnoteKit

extension AgentServer {
  func listTools(_ context: RequestContext) throws(ProtocolError) -> JSONValue {
    try context.requireNoCursor()
    return ["tools": .array(tools.map { $0.json(in: context.revision) })]
  }

  /// Calls a tool. What goes wrong within it is told to the model, which may do better; only what is no call
  /// of a tool at all is an error of the protocol.
  func callTool(_ context: RequestContext) async throws -> JSONValue {
    let name = try context.text("name")
    guard let tool = tools.first(where: { $0.name == name }) else {
      let names = tools.map(\.name).joined(separator: ", ")
      throw ProtocolError.invalidParams("unknown tool: \(name); there are \(names)")
    }
    let given = try context.object("arguments")
    do {
      let arguments = try Arguments(given, of: tool.parameters)
      let answer = try await tool.call(arguments, in: context.tools)
      for warning in answer.warnings { context.log(.warning, warning) }
      return answer.json(in: context.revision)
    } catch let error as ArgumentError {
      guard context.revision.showsArgumentErrors else {
        throw ProtocolError.invalidParams(error.message)
      }
      return ToolAnswer.failure(error.message)
    } catch let error as CancellationError {
      throw error
    } catch {
      let message = ErrorMessage(error).description
      context.log(.error, "\(name): \(message)")
      return ToolAnswer.failure(message)
    }
  }
}

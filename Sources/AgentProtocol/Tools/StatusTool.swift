internal import FootnoteKit

/// `status`: what an index holds.
struct StatusTool: AgentTool {
  private let names: [String]

  init(_ group: SessionGroup) {
    names = group.sessions.compactMap(group.name(of:))
  }

  let name = "status"
  let title = "State of the knowledge base"
  let about = """
    Says what the index of the knowledge base holds: documents by layer and type, how much of it is encoded, \
    files that are not indexed, sources and links that lead nowhere.
    """
  let output = AnswerSchemas.status

  /// With several knowledge bases, which.
  var parameters: [Parameter] {
    names.isEmpty
      ? [] : [Parameter("base", .choice(names), "Which knowledge base.", isRequired: true)]
  }

  func call(_ arguments: Arguments, in context: ToolContext) async throws -> ToolAnswer {
    let number = arguments.text("base").flatMap { names.firstIndex(of: $0) } ?? 0
    return try await context.search { searcher, _ in
      let session = searcher.group.sessions[number]
      let status = try session.index().status()
      return ToolAnswer(
        structured: StatusJSON(status, of: session),
        text: StatusBlock(status: status, name: session.knowledgeBase.name).text)
    }
  }
}

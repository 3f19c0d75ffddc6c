internal import FootnoteKit

/// `provenance`: what the statements of a page rest on.
struct ProvenanceTool: AgentTool {
  let name = "provenance"
  let title = "Sources of a page's statements"
  let about = """
    Follows each statement of a page to the source summaries and raw passages that support it, with an \
    estimate of how probably each says the same. Statements that no source supports are marked. Use it to \
    check what a page says, and with line to check a single claim.
    """
  let output = AnswerSchemas.provenance
  let parameters = [
    Parameter("page", .text, "Name or path of a page.", isRequired: true),
    Parameter("line", .integer(1...Int.max), "Only statements of this line of the file."),
    Parameter(
      "passages", .integer(1...10),
      "Passages of each kind for a statement at most; 1 where left out."),
    Parameter("unsupported", .flag, "Whether to list only statements without support."),
  ]

  func call(_ arguments: Arguments, in context: ToolContext) async throws -> ToolAnswer {
    let page = arguments.required("page")
    let line = arguments.integer("line")
    let passages = arguments.integer("passages") ?? 1
    let found = try await context.search { searcher, _ in
      let (session, name) = try searcher.page(page)
      return try searcher.provenance(of: name, line: line, in: session, passages: passages)
    }
    guard var result = found else {
      throw ErrorMessage("there is no page \(page.oneLine)", remedy: "name a path or a title")
    }
    let count = result.statements.count
    if arguments.flag("unsupported") == true {
      result.statements.removeAll(where: \.isSupported)
    }
    return ToolAnswer(
      structured: ProvenanceJSON(result), text: ProvenanceBlock(result: result, count: count).text,
      warnings: result.warnings)
  }
}

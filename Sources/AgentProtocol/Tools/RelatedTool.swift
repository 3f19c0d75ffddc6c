internal import FootnoteKit

/// `related`: neighbours of a page or passage.
struct RelatedTool: AgentTool {
  let name = "related"
  let title = "Neighbours of a page"
  let about = """
    Lists the documents that are nearest to a page or passage, by links (linked, backlink, sharedSource) and \
    by meaning (similar).
    """
  let output = AnswerSchemas.related
  let parameters = [
    Parameter("target", .text, "Name or path of a page, or a citation.", isRequired: true),
    Parameter("limit", .integer(1...200), "Number of neighbours at most; 10 where left out."),
  ]

  func call(_ arguments: Arguments, in context: ToolContext) async throws -> ToolAnswer {
    let target = arguments.required("target")
    let limit = arguments.integer("limit") ?? 10
    let found = try await context.search { searcher, _ in
      let (session, name) = try searcher.page(target)
      return try searcher.related(to: name, in: session, limit: limit)
    }
    guard let result = found else {
      throw ErrorMessage(
        "there is no page or passage \(target.oneLine)",
        remedy: "name a path, a title or a citation")
    }
    return ToolAnswer(
      structured: RelatedJSON(result), text: RelatedBlock(result: result).text,
      warnings: result.warnings)
  }
}

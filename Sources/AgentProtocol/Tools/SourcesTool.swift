internal import FootnoteKit

/// `sources`: every source for a concept.
struct SourcesTool: AgentTool {
  private static let usualLimit = 20

  let name = "sources"
  let title = "Sources for a concept"
  let about = """
    Names every source for a concept, best first, by evidence: declared (the front matter of its page names \
    it), cited (its page links to it), mentioned (it has the name in its text), related (close in meaning). \
    Declared sources that lead to no file are listed too.
    """
  let output = AnswerSchemas.sources
  let parameters = [
    Parameter(
      "concept", .text, "Name, alias or path of a page, or any words.", isRequired: true),
    Parameter(
      "limit", .integer(1...1000), "Number of sources at most; \(usualLimit) where left out."),
    Parameter(
      "passages", .integer(0...20), "Passages to quote of each source at most; 1 where left out."),
  ]

  func call(_ arguments: Arguments, in context: ToolContext) async throws -> ToolAnswer {
    let concept = arguments.required("concept")
    let limit = arguments.integer("limit") ?? Self.usualLimit
    let passages = arguments.integer("passages") ?? 1
    let found = try await context.search { searcher, _ in
      let (session, name) = try searcher.page(concept)
      return try searcher.sources(of: name, in: session, passages: passages)
    }
    guard var result = found else {
      throw ErrorMessage(
        "there is no source for \(concept.oneLine)", remedy: "try another name of it")
    }
    result.sources = Array(result.sources.prefix(limit))
    return ToolAnswer(
      structured: SourcesJSON(result), text: SourcesText(result: result).text,
      warnings: result.warnings)
  }
}

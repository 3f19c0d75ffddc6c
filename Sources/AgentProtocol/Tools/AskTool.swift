internal import FootnoteKit

/// `ask`: passages that answer a question.
struct AskTool: AgentTool {
  private static let usualLimit = 8
  private static let mostHits = 100
  /// A question needs no more than a book.
  private static let mostTokens = 1_000_000

  let name = "ask"
  let title = "Ask the knowledge base"
  let about = """
    Finds the passages of the knowledge base that answer a question, best first, each with a citation \
    (PATH:FIRST-LAST) that the tool show opens. Ask in natural language, in a whole sentence where you can. \
    In the question "a phrase" in quotation marks, NOT word, layer:wiki, type:concept, tag:x, \
    path:raw/2025, after:2025-06 and before:2025-07 narrow the search. With budget, the best passages \
    whose text fits into so many tokens are chosen, repetitions left out.
    """
  let output = AnswerSchemas.ask
  let parameters =
    [
      Parameter("question", .text, "The question.", isRequired: true),
      Parameter(
        "limit", .integer(1...mostHits),
        "Number of passages at most; \(usualLimit) where it is left out, with budget as many as fit."
      ),
      Parameter(
        "budget", .integer(1...mostTokens),
        "Tokens that the text of the answer may take, counted on the high side."),
    ] + SearchParameters.all + [
      Parameter(
        "strict", .flag,
        "Whether to give no passages at all where the knowledge base does not seem to answer.")
    ]

  func call(_ arguments: Arguments, in context: ToolContext) async throws -> ToolAnswer {
    let question = arguments.required("question")
    let budget = arguments.integer("budget").map { TokenBudget(tokens: $0) }
    let options = SearchParameters.options(
      arguments,
      limit: arguments.integer("limit") ?? (budget == nil ? Self.usualLimit : Self.mostHits))
    let filter = SearchParameters.filter(arguments)
    var response = try await context.search { searcher, stale in
      var response = try searcher.search(question, filter: filter, options: options)
      response.index.stale = stale
      return response
    }
    if arguments.flag("strict") == true, !response.isLikelyAnswered { response.hits = [] }
    if let budget { Self.fit(&response, into: budget) }
    return ToolAnswer(
      structured: AskJSON(response), text: AnswerText(response: response).text,
      warnings: response.warnings)
  }

  /// Leaves the hits whose passages fit, with what the text says of them.
  private static func fit(_ response: inout SearchResponse, into budget: TokenBudget) {
    let answer = AnswerText(response: response)
    response.hits = answer.packing(into: budget)
    if let least = answer.response.hits.map(answer.cost).min(), response.hits.isEmpty {
      response.warnings.append(
        "no passage fits into \(budget.tokens) tokens; the shortest takes \(least)")
    }
  }
}

internal import AgentProtocol
internal import FootnoteKit

/// `GET /api/ask`: as `footnote ask --format json`.
struct AskEndpoint: Endpoint {
  private static let usualLimit = 10
  private static let mostHits = 1000

  let layers: [String]
  let name = "ask"
  let summary = "Passages that answer a question"
  let about = """
    The best passages, each with its citation. In the question: "a phrase", NOT word, layer:wiki, \
    type:concept, tag:x, path:raw/2025, after:2025-06, before:2025-07.
    """
  let schema = AnswerSchemas.ask

  var parameters: [Parameter] {
    [
      Parameter("q", .text, "The question.", isRequired: true),
      Parameter("n", .integer(1...Self.mostHits), "Number of hits at most; 10 where left out."),
      Parameter(
        "mode", .choice(SearchMode.allCases.map(\.rawValue)),
        "What answers: both (hybrid, the usual), words only (lexical), or meaning only (semantic)."),
      Parameter(
        "per_document", .integer(1...Self.mostHits), "Number of hits of one document at most."),
      Parameter(
        "budget", .integer(1...1_000_000),
        "Stop when the texts of the hits have about so many tokens together."),
      Parameter(
        "strict", .flag,
        "Whether to give no hits where nothing seems to answer; false where left out."),
      Parameter(
        "fold", .flag, "Whether to fold what repeats a better hit under it; false where left out."),
    ] + SearchFields.filters(layers: layers)
  }

  func answer(_ call: EndpointCall) throws -> any Encodable & Sendable {
    let arguments = call.arguments
    let budget = arguments.integer("budget").map { TokenBudget(tokens: $0) }
    let options = SearchOptions(
      limit: arguments.integer("n") ?? (budget == nil ? Self.usualLimit : Self.mostHits),
      mode: arguments.text("mode").flatMap(SearchMode.init(rawValue:)) ?? .hybrid,
      perDocument: arguments.integer("per_document"), folds: arguments.flag("fold") ?? false)
    var response = try call.searcher.search(
      arguments.required("q"), filter: SearchParameters.filter(arguments), options: options)
    response.index.stale = call.stale
    if let budget { response.hits = budget.fitting(response.hits) }
    if arguments.flag("strict") == true, !response.isLikelyAnswered { response.hits = [] }
    return AskJSON(response)
  }
}

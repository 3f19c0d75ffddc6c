internal import AgentProtocol
internal import FootnoteKit

/// `GET /api/timeline`: as `footnote timeline --format json`.
struct TimelineEndpoint: Endpoint {
  private static let usualLimit = 40

  let layers: [String]
  let name = "timeline"
  let summary = "What answers a question, in the order of time"
  let about = """
    Passages of raw sources at the date of their document, dated statements of wiki pages at the time that \
    they speak of. Without a question all documents.
    """
  let schema = AnswerSchemas.timeline

  var parameters: [Parameter] {
    [
      Parameter("q", .text, "The question; all documents where it is left out."),
      Parameter(
        "n", .integer(1...10_000),
        "Number of entries at most: the most relevant (40 where left out), of documents the latest."
      ),
      Parameter("score", .number(0...1), "Least estimated relevance of a passage."),
    ] + SearchFields.filters(layers: layers)
  }

  func answer(_ call: EndpointCall) throws -> any Encodable & Sendable {
    let question = call.arguments.text("q")
    let request = TimelineRequest(
      question: question, filter: SearchParameters.filter(call.arguments),
      limit: call.arguments.integer("n") ?? (question == nil ? nil : Self.usualLimit),
      leastScore: call.arguments.number("score") ?? TimelineOptions.leastScore)
    return TimelineJSON(try call.searcher.timeline(request))
  }
}

internal import AgentProtocol
internal import FootnoteKit

/// `GET /api/sources`: as `footnote sources --format json`.
struct SourcesEndpoint: Endpoint {
  let name = "sources"
  let summary = "Every source for a concept"
  let about = """
    The sources of a concept by evidence: declared, cited, mentioned, related; declared ones that lead to no \
    file are listed too.
    """
  let schema = AnswerSchemas.sources
  let parameters = [
    Parameter(
      "concept", .text, "Name, alias or path of a page, or any words.", isRequired: true),
    Parameter("n", .integer(1...10_000), "Number of sources at most."),
    Parameter("passages", .integer(0...50), "Passages of each source at most; 2 where left out."),
  ]

  func answer(_ call: EndpointCall) throws -> any Encodable & Sendable {
    let concept = call.arguments.required("concept")
    let (session, page) = try call.searcher.page(concept)
    let passages = call.arguments.integer("passages") ?? 2
    guard var result = try call.searcher.sources(of: page, in: session, passages: passages) else {
      throw ServiceError.notFound("there is no source for this; try another name of the concept")
    }
    if let limit = call.arguments.integer("n") {
      result.sources = Array(result.sources.prefix(limit))
    }
    return SourcesJSON(result)
  }
}

internal import AgentProtocol
internal import FootnoteKit

/// `GET /api/related`: as `footnote related --format json`.
struct RelatedEndpoint: Endpoint {
  let name = "related"
  let summary = "The neighbours of a page or passage"
  let about = "Documents that are near by links and by meaning, best first."
  let schema = AnswerSchemas.related
  let parameters = [
    Parameter("target", .text, "Name or path of a page, or a citation.", isRequired: true),
    Parameter("n", .integer(1...1000), "Number of neighbours at most; 10 where left out."),
  ]

  func answer(_ call: EndpointCall) throws -> any Encodable & Sendable {
    let (session, page) = try call.searcher.page(call.arguments.required("target"))
    let limit = call.arguments.integer("n") ?? 10
    guard let result = try call.searcher.related(to: page, in: session, limit: limit) else {
      throw ServiceError.notFound(
        "there is no such page or passage; name a path, a title or a citation")
    }
    return RelatedJSON(result)
  }
}

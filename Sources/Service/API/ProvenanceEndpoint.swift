internal import AgentProtocol
internal import FootnoteKit

/// `GET /api/provenance`: as `footnote provenance --format json`.
struct ProvenanceEndpoint: Endpoint {
  let name = "provenance"
  let summary = "From what a page says to the sources that say it"
  let about = """
    The statements of a page, each with the summaries and raw passages that support it, and an estimate of \
    how probably each of them says the same.
    """
  let schema = AnswerSchemas.provenance
  let parameters = [
    Parameter("page", .text, "Name or path of a page.", isRequired: true),
    Parameter("line", .integer(1...Int(Int32.max)), "Only the statements of this line."),
    Parameter("passages", .integer(1...20), "Passages of each kind at most; 2 where left out."),
    Parameter("unsupported", .flag, "Whether to give only statements without support."),
  ]

  func answer(_ call: EndpointCall) throws -> any Encodable & Sendable {
    let (session, page) = try call.searcher.page(call.arguments.required("page"))
    let found = try call.searcher.provenance(
      of: page, line: call.arguments.integer("line"), in: session,
      passages: call.arguments.integer("passages") ?? 2)
    guard var result = found else {
      throw ServiceError.notFound("there is no such page; name a path or a title")
    }
    if call.arguments.flag("unsupported") == true {
      result.statements.removeAll(where: \.isSupported)
    }
    return ProvenanceJSON(result)
  }
}

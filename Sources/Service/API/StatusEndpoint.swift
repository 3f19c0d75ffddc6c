internal import AgentProtocol
internal import FootnoteKit

/// `GET /api/status`: as `footnote status --format json`.
struct StatusEndpoint: Endpoint {
  let group: SessionGroup
  let name = "status"
  let summary = "What the index holds and how fresh it is"
  let about = "Documents and passages by layer and type, how much is encoded, what is not indexed."
  let schema = AnswerSchemas.status
  let followsIndex = false

  /// With several knowledge bases, which.
  var parameters: [Parameter] {
    let names = group.sessions.compactMap(group.name(of:))
    return names.isEmpty
      ? []
      : [
        Parameter(
          "base", .choice(names), "Which knowledge base; the first where left out.")
      ]
  }

  func answer(_ call: EndpointCall) throws -> any Encodable & Sendable {
    let names = group.sessions.compactMap(group.name(of:))
    let number = call.arguments.text("base").flatMap { names.firstIndex(of: $0) } ?? 0
    let session = group.sessions[number]
    do {
      return StatusJSON(try session.index().status(), of: session)
    } catch is CorpusError {
      throw ServiceError.unreadable
    }
  }
}

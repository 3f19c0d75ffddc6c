internal import AgentProtocol
internal import FootnoteKit

/// `GET /api/graph`: as `footnote graph --format json`.
struct GraphEndpoint: Endpoint {
  let group: SessionGroup
  let layers: [String]
  let name = "graph"
  let summary = "How the documents link to each other"
  let about = "Documents, and the links, declared sources and citations between them."
  let schema = GraphSchema.json

  var parameters: [Parameter] {
    let names = group.sessions.compactMap(group.name(of:))
    let base =
      names.isEmpty
      ? []
      : [Parameter("base", .choice(names), "Which knowledge base; the first where left out.")]
    return base + [
      Parameter("layer", .texts, "Only these layers: \(layers.joined(separator: ", "))."),
      Parameter("type", .texts, "Only documents of these types."),
      Parameter("around", .text, "Only what is near this page: its name or path."),
      Parameter("depth", .integer(0...100), "Steps from that page; 1 where left out."),
      Parameter("missing", .flag, "Whether to give what links lead to and is not there as well."),
      Parameter("lists", .flag, "Whether to give the catalogue and the log as well."),
    ]
  }

  func answer(_ call: EndpointCall) throws -> any Encodable & Sendable {
    let arguments = call.arguments
    let names = group.sessions.compactMap(group.name(of:))
    let number = arguments.text("base").flatMap { names.firstIndex(of: $0) } ?? 0
    let around = try arguments.text("around").map { try call.searcher.page($0).name }
    let options = GraphOptions(
      layers: arguments.texts("layer"), types: arguments.texts("type"), around: around,
      depth: arguments.integer("depth") ?? 1, includesMissing: arguments.flag("missing") ?? false,
      includesLists: arguments.flag("lists") ?? false)
    guard let graph = try group.sessions[number].linkGraph(options) else {
      throw ServiceError.notFound("there is no such page; name a path or a title")
    }
    return GraphJSON(graph)
  }
}

internal import FootnoteKit

/// All documents and what leads from one to another, with what pages ask of them.
struct SiteGraph: Sendable {
  let nodes: [GraphNode]
  let edges: [GraphEdge]
  let unresolved: [UnresolvedTarget]
  /// For each node the number of sources that it declares and that are there.
  let sources: [Int]
  /// For each node the number of others that it is joined to, one way or the other.
  let degrees: [Int]
  private let places: [String: Int]

  init(_ graph: LinkGraph?) {
    nodes = graph?.nodes ?? []
    edges = graph?.edges ?? []
    unresolved = graph?.unresolved ?? []
    degrees = graph?.neighbours().map(\.count) ?? []
    var sources = Array(repeating: 0, count: nodes.count)
    for edge in edges where edge.kind == .source { sources[edge.from] += 1 }
    self.sources = sources
    places = Dictionary(
      nodes.enumerated().map { ($0.element.path, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The document with this path.
  func node(at path: String) -> GraphNode? {
    places[path].map { nodes[$0] }
  }

  /// Pages whose sources can be asked for, by title.
  var concepts: [Int] {
    nodes.indices.filter { HitContext.conceptTypes.contains(nodes[$0].type.lowercased()) }
      .sorted {
        (nodes[$0].title.lowercased(), nodes[$0].path) < (
          nodes[$1].title.lowercased(), nodes[$1].path
        )
      }
  }
}

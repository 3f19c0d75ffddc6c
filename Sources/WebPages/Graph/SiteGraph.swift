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
  /// Pages whose sources can be asked for, by title.
  let concepts: [Int]
  private let places: [PathKey: Int]
  private let titles: [String: Int]

  init(_ graph: LinkGraph?) {
    let nodes = graph?.nodes ?? []
    self.nodes = nodes
    edges = graph?.edges ?? []
    unresolved = graph?.unresolved ?? []
    degrees = graph?.neighbours().map(\.count) ?? []
    var sources = Array(repeating: 0, count: nodes.count)
    for edge in edges where edge.kind == .source { sources[edge.from] += 1 }
    self.sources = sources
    let types = Set(HitContext.conceptTypes)
    concepts = nodes.indices.filter { types.contains(nodes[$0].type.lowercased()) }
      .map { (key: nodes[$0].title.lowercased(), place: $0) }
      .sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.place)
    places = Dictionary(
      nodes.enumerated().map { (PathKey($0.element.path), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    titles = Dictionary(nodes.map { ($0.title.lowercased(), 1) }, uniquingKeysWith: +)
  }

  /// The document with this path.
  func node(at path: String) -> GraphNode? {
    places[PathKey(path)].map { nodes[$0] }
  }

  /// What a document can be asked for by: its title where no other has it, else its path.
  func name(of node: GraphNode) -> String {
    titles[node.title.lowercased()] == 1 ? node.title : node.path
  }
}

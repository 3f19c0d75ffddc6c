/// What the script of the page works on. Short keys, since there is one of each for every node.
struct GraphPageData: Encodable, Sendable {
  struct TypeJSON: Encodable, Sendable {
    let name: String
    let count: Int
    /// SVG path.
    let shape: String
    /// Name of the property that holds the colour, and of the class that sets it.
    let colour: String
    let look: String
  }

  struct NodeJSON: Encodable, Sendable {
    let title: String
    let path: String
    /// Place among the types.
    let type: Int
    let date: String?
    let summary: String
    let href: String?
    let url: String?
  }

  /// From, to, kind, number of links, lines.
  struct EdgeJSON: Encodable, Sendable {
    let edge: GraphEdge

    func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.unkeyedContainer()
      try container.encode(edge.from)
      try container.encode(edge.to)
      try container.encode(GraphEdge.Kind.allCases.firstIndex(of: edge.kind) ?? 0)
      try container.encode(edge.count)
      try container.encode(edge.lines)
    }
  }

  /// The most frequent first.
  let types: [TypeJSON]
  let kinds: [String]
  let nodes: [NodeJSON]
  let edges: [EdgeJSON]

  init(_ graph: LinkGraph, style: TypeStyle, links: DocumentLinks) {
    let counts = Dictionary(graph.nodes.map { ($0.type, 1) }, uniquingKeysWith: +)
    let names = counts.keys.sorted {
      (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1)
    }
    types = names.map { name in
      let look = style.look(of: name)
      return TypeJSON(
        name: name, count: counts[name] ?? 0, shape: look.shape.path,
        colour: Marker.property(of: look.colour), look: Marker.name(of: look.colour))
    }
    let places = Dictionary(
      names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    kinds = GraphEdge.Kind.allCases.map(\.rawValue)
    nodes = graph.nodes.map { node in
      NodeJSON(
        title: node.title, path: node.path, type: places[node.type] ?? 0,
        date: node.date?.description, summary: node.summary,
        href: node.isMissing ? nil : links.reference(to: node.path),
        url: DocumentLinks.external(node.url))
    }
    edges = graph.edges.map(EdgeJSON.init)
  }
}

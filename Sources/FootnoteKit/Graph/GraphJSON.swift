/// The link graph, as `graph --format json` prints it.
public struct GraphJSON: Encodable, Sendable {
  struct NodeJSON: Encodable, Sendable {
    let node: GraphNode
    let incoming: Int
    let outgoing: Int
    let component: Int

    enum CodingKeys: String, CodingKey {
      case path, title, layer, type, date, url, summary, incoming, outgoing, component, missing
    }

    func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(node.path, forKey: .path)
      try container.encode(node.title, forKey: .title)
      try container.encode(node.layer, forKey: .layer)
      try container.encode(node.type, forKey: .type)
      try container.encode(node.date?.description, forKey: .date)
      try container.encode(node.url, forKey: .url)
      try container.encode(node.summary, forKey: .summary)
      try container.encode(incoming, forKey: .incoming)
      try container.encode(outgoing, forKey: .outgoing)
      try container.encode(component, forKey: .component)
      try container.encode(node.isMissing, forKey: .missing)
    }
  }

  struct EdgeJSON: Encodable, Sendable {
    let from: String
    let to: String
    let kind: String
    let count: Int
    let lines: [Int]
  }

  struct UnresolvedJSON: Encodable, Sendable {
    let target: UnresolvedTarget

    enum CodingKeys: String, CodingKey { case path, line, target, candidates }

    func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(target.path, forKey: .path)
      try container.encode(target.line, forKey: .line)
      try container.encode(target.target, forKey: .target)
      try container.encode(target.candidates, forKey: .candidates)
    }
  }

  let nodes: [NodeJSON]
  let edges: [EdgeJSON]
  let components: [Int]
  let orphans: [String]
  let unresolved: [UnresolvedJSON]
  let leftOut: [String]

  enum CodingKeys: String, CodingKey {
    case nodes, edges, components, orphans, unresolved
    case leftOut = "left_out"
  }

  public init(_ graph: LinkGraph) {
    let incoming = graph.incoming()
    var outgoing = Array(repeating: Set<Int>(), count: graph.nodes.count)
    for edge in graph.edges { outgoing[edge.from].insert(edge.to) }
    let parts = graph.components()
    var component = Array(repeating: 0, count: graph.nodes.count)
    for (index, part) in parts.enumerated() {
      for node in part { component[node] = index }
    }
    nodes = graph.nodes.enumerated().map { index, node in
      NodeJSON(
        node: node, incoming: incoming[index], outgoing: outgoing[index].count,
        component: component[index])
    }
    edges = graph.edges.map { edge in
      EdgeJSON(
        from: graph.nodes[edge.from].path, to: graph.nodes[edge.to].path,
        kind: edge.kind.rawValue, count: edge.count, lines: edge.lines)
    }
    components = parts.map(\.count)
    orphans = graph.orphans().map { graph.nodes[$0].path }
    unresolved = graph.unresolved.map(UnresolvedJSON.init)
    leftOut = graph.leftOut
  }
}

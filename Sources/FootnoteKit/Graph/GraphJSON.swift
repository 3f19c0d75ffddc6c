/// The link graph, as `graph --format json` prints it and as it is read back. `docs/json.md` names the keys.
public struct GraphJSON: Codable, Sendable, Hashable {
  /// Links of one kind from one document to another.
  public struct EdgeJSON: Codable, Sendable, Hashable {
    /// Path of a node.
    public var from: String
    /// Path of a node.
    public var to: String
    /// How one leads to the other.
    public var kind: GraphEdge.Kind
    /// Number of links, from 1.
    public var count: Int
    /// Lines of the target that are cited, ascending.
    public var lines: [Int]
  }

  /// A link or a declared source that leads to no file, or to several.
  public struct UnresolvedJSON: Codable, Sendable, Hashable {
    /// Path of the document that names it.
    public var path: String
    /// Of the link, from 1; `nil` for a declared source.
    public var line: Int?
    /// As written.
    public var target: String
    /// Paths of the files that it could mean.
    public var candidates: [String]

    enum CodingKeys: String, CodingKey { case path, line, target, candidates }

    /// Absent values are written as `null`, since others read these keys.
    public func encode(to encoder: any Swift.Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(path, forKey: .path)
      try container.encode(line, forKey: .line)
      try container.encode(target, forKey: .target)
      try container.encode(candidates, forKey: .candidates)
    }
  }

  /// The documents by path, then targets that are missing.
  public var nodes: [GraphNodeJSON]
  /// What leads from one to another.
  public var edges: [EdgeJSON]
  /// Number of documents of each part that hangs together, the largest first.
  public var components: [Int]
  /// Paths of documents to which no other one shown leads.
  public var orphans: [String]
  /// Links and declared sources that lead to no file, or to several.
  public var unresolved: [UnresolvedJSON]
  /// Paths of the catalogue and the log, where they were left out.
  public var leftOut: [String]

  enum CodingKeys: String, CodingKey {
    case nodes, edges, components, orphans, unresolved
    case leftOut = "left_out"
  }

  /// What is shown of `graph`.
  ///
  /// - Complexity: O(nodes + edges × log edges).
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
      GraphNodeJSON(
        node, incoming: incoming[index], outgoing: outgoing[index].count,
        component: component[index])
    }
    edges = graph.edges.map { edge in
      EdgeJSON(
        from: graph.nodes[edge.from].path, to: graph.nodes[edge.to].path, kind: edge.kind,
        count: edge.count, lines: edge.lines)
    }
    components = parts.map(\.count)
    orphans = graph.orphans().map { graph.nodes[$0].path }
    unresolved = graph.unresolved.map {
      UnresolvedJSON(path: $0.path, line: $0.line, target: $0.target, candidates: $0.candidates)
    }
    leftOut = graph.leftOut
  }
}

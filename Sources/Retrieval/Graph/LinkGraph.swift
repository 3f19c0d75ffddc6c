/// The documents of a knowledge base and what leads from one to another.
///
///     let graph = try index.linkGraph(GraphOptions(types: ["concept"]))
///     graph.mostLinked(10)
public struct LinkGraph: Sendable, Hashable {
  /// In the order of their paths, targets that are missing last.
  public var nodes: [GraphNode]
  /// In the order of their nodes, by kind.
  public var edges: [GraphEdge]
  /// Links and sources of the documents shown that lead to no file, or to several.
  public var unresolved: [UnresolvedTarget]
  /// Paths of the catalogue and the log, where they were left out because they link to everything.
  public var leftOut: [String]
  /// Place among `nodes` of the page that the graph was drawn around.
  public var centre: Int?

  init(
    nodes: [GraphNode] = [], edges: [GraphEdge] = [], unresolved: [UnresolvedTarget] = [],
    leftOut: [String] = []
  ) {
    self.nodes = nodes
    self.edges = edges
    self.unresolved = unresolved
    self.leftOut = leftOut
  }

  /// For each node the places of those that it leads to or that lead to it, itself left out, ascending.
  ///
  /// - Complexity: O(nodes + edges × log edges).
  public func neighbours() -> [[Int]] {
    var near = Array(repeating: Set<Int>(), count: nodes.count)
    for edge in edges where edge.from != edge.to {
      near[edge.from].insert(edge.to)
      near[edge.to].insert(edge.from)
    }
    return near.map { $0.sorted() }
  }

  /// For each node the number of other nodes that lead to it.
  public func incoming() -> [Int] {
    var from = Array(repeating: Set<Int>(), count: nodes.count)
    for edge in edges where edge.from != edge.to { from[edge.to].insert(edge.from) }
    return from.map(\.count)
  }

  /// Places of the nodes that most other nodes lead to, with their number; those with none are left out.
  public func mostLinked(_ limit: Int) -> [(node: Int, count: Int)] {
    incoming().enumerated().filter { $0.element > 0 }
      .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }
      .prefix(limit).map { (node: $0.offset, count: $0.element) }
  }

  /// Places of the documents that no other one shown leads to.
  public func orphans() -> [Int] {
    incoming().enumerated().filter { $0.element == 0 && !nodes[$0.offset].isMissing }
      .map(\.offset)
  }

  /// The parts that hang together, whichever way the links point: places of nodes, the largest part first.
  ///
  /// - Complexity: O(nodes + edges × log edges).
  public func components() -> [[Int]] {
    let near = neighbours()
    var isSeen = Array(repeating: false, count: nodes.count)
    var components: [[Int]] = []
    for start in nodes.indices where !isSeen[start] {
      isSeen[start] = true
      var component = [start]
      var next = 0
      while next < component.count {
        for node in near[component[next]] where !isSeen[node] {
          isSeen[node] = true
          component.append(node)
        }
        next += 1
      }
      components.append(component.sorted())
    }
    return components.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }
}

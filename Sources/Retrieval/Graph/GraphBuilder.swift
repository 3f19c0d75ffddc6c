internal import Corpus

/// Puts a graph together from documents and the references between them.
struct GraphBuilder {
  /// A link or a declared source, as the index has it.
  struct Reference {
    var target: String
    /// Line that it stands on.
    var line: Int?
    /// Line of the target that it leads to.
    var citedLine: Int?
    var isSource: Bool
    /// See `Schema`, table `link`.
    var resolution: String?
    var resolved: String?
  }

  private struct EdgeKey: Hashable {
    var from: Int
    var to: Int
    var kind: GraphEdge.Kind
  }

  private var nodes: [GraphNode]
  private let centre: Int?
  private let places: [Int64: Int]
  private let placesByPath: [PathKey: Int]
  private var edges: [EdgeKey: GraphEdge] = [:]
  private var unresolved: [UnresolvedTarget] = []
  /// Who names each missing target, in the order of `unresolved`.
  private var missing: [(from: Int, target: String, isSource: Bool)] = []
  private let leftOut: [String]

  /// - Parameters:
  ///   - centre: The document in the middle, where there is one.
  ///   - leftOut: See `LinkGraph.leftOut`.
  init(
    _ documents: [(id: Int64, node: GraphNode)], centre: Int64?, leftOut: [String]
  ) {
    self.leftOut = leftOut
    nodes = documents.map(\.node)
    let ids = documents.enumerated().map { ($0.element.id, $0.offset) }
    let places = Dictionary(ids, uniquingKeysWith: { first, _ in first })
    self.places = places
    placesByPath = Dictionary(
      documents.enumerated().map { (PathKey($0.element.node.path), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    self.centre = centre.flatMap { places[$0] }
  }

  mutating func add(_ reference: Reference, from document: Int64) {
    guard let from = places[document] else { return }
    switch reference.resolution {
    case "external": return
    case "unresolved", "ambiguous", nil:
      // A link within the page names no target.
      guard !reference.target.isEmpty else { return }
      let candidates = reference.resolved?.split(separator: "\n").map(String.init) ?? []
      unresolved.append(
        UnresolvedTarget(
          path: nodes[from].path, line: reference.line, target: reference.target,
          candidates: candidates))
      missing.append((from, reference.target, reference.isSource))
    default:
      guard let path = reference.resolved, let to = placesByPath[PathKey(path)], to != from else {
        return
      }
      add(kind(of: reference, to: to), from: from, to: to, line: reference.citedLine)
    }
  }

  private func kind(of reference: Reference, to node: Int) -> GraphEdge.Kind {
    if reference.isSource { return .source }
    return reference.citedLine != nil || nodes[node].layer == "raw" ? .citation : .link
  }

  private mutating func add(_ kind: GraphEdge.Kind, from: Int, to: Int, line: Int?) {
    let key = EdgeKey(from: from, to: to, kind: kind)
    var edge = edges[key] ?? GraphEdge(from: from, to: to, kind: kind, count: 0, lines: [])
    edge.count += 1
    if let line { edge.lines.append(line) }
    edges[key] = edge
  }

  // MARK: The graph

  /// The graph as far as it is wanted.
  func graph(_ options: GraphOptions) -> LinkGraph {
    var builder = self
    if options.includesMissing { builder.addMissing() }
    var graph = LinkGraph(
      nodes: builder.nodes, edges: builder.sortedEdges(), unresolved: unresolved, leftOut: leftOut)
    graph.centre = centre
    if let centre { graph = graph.part(around: centre, depth: options.depth) }
    return graph
  }

  private mutating func addMissing() {
    var known: [String: Int] = [:]
    for item in missing {
      let name = AliasOrigin.fold(item.target)
      let node = known[name] ?? nodes.count
      if node == nodes.count {
        known[name] = node
        nodes.append(GraphNode(path: item.target, title: item.target))
      }
      add(item.isSource ? .source : .link, from: item.from, to: node, line: nil)
    }
  }

  private func sortedEdges() -> [GraphEdge] {
    let kinds = GraphEdge.Kind.allCases
    return edges.values.map { edge in
      var edge = edge
      edge.lines = Set(edge.lines).sorted()
      return edge
    }.sorted { left, right in
      let (l, r) = (kinds.firstIndex(of: left.kind) ?? 0, kinds.firstIndex(of: right.kind) ?? 0)
      return (left.from, left.to, l) < (right.from, right.to, r)
    }
  }
}

extension LinkGraph {
  /// What lies at most `depth` steps from a node, whichever way the links point.
  func part(around centre: Int, depth: Int) -> LinkGraph {
    let near = neighbours()
    var kept: Set<Int> = [centre]
    var border = [centre]
    var steps = 0
    while steps < depth, !border.isEmpty {
      border = border.flatMap { near[$0] }.filter { kept.insert($0).inserted }
      steps += 1
    }
    return keeping(kept)
  }

  /// The graph of these nodes alone.
  private func keeping(_ kept: Set<Int>) -> LinkGraph {
    let order = nodes.indices.filter(kept.contains)
    let places = Dictionary(
      order.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var part = LinkGraph(nodes: order.map { nodes[$0] }, leftOut: leftOut)
    part.centre = centre.flatMap { places[$0] }
    part.edges = edges.compactMap { edge in
      guard let from = places[edge.from], let to = places[edge.to] else { return nil }
      var edge = edge
      (edge.from, edge.to) = (from, to)
      return edge
    }
    let paths = Set(part.nodes.map { PathKey($0.path) })
    part.unresolved = unresolved.filter { paths.contains(PathKey($0.path)) }
    return part
  }
}

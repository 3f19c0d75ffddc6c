/// Every document of the graph with what it leads to, as a list.
struct GraphList {
  private let graph: LinkGraph
  private let style: TypeStyle
  private let links: DocumentLinks

  init(_ graph: LinkGraph, _ style: TypeStyle, _ links: DocumentLinks) {
    self.graph = graph
    self.style = style
    self.links = links
  }

  var markup: Markup {
    var outgoing = Array(repeating: [GraphEdge](), count: graph.nodes.count)
    for edge in graph.edges { outgoing[edge.from].append(edge) }
    let incoming = graph.incoming()
    let items = graph.nodes.indices.map { item($0, outgoing[$0], incoming: incoming[$0]) }
    return """
      <details id="list" open>
      <summary>List of \(PageText.count(graph.nodes.count, "document")) with what they lead to</summary>
      <ol>
      \(items)</ol>
      </details>
      </main>

      """
  }

  private func item(_ place: Int, _ edges: [GraphEdge], incoming: Int) -> Markup {
    let node = graph.nodes[place]
    let facts = [node.type, node.date?.description ?? ""].filter { !$0.isEmpty }
    let address = PageText.address(node.url)
    let summary: Markup = node.summary.isEmpty ? "" : "<p>\(node.summary)</p>\n"
    return """
      <li id="node-\(place)">\(Marker.svg(style.look(of: node.type))) <b>\(node.title)</b> \
      <small>\(facts.joined(separator: ", "))</small>
      <p>\(path(of: node))\(address)</p>
      \(summary)\
      \(GraphEdge.Kind.allCases.map { list($0, edges) })\
      <p class="quiet">\(PageText.count(incoming, "document")) \(incoming == 1 ? "leads" : "lead") \
      here</p>
      </li>

      """
  }

  private func path(of node: GraphNode) -> Markup {
    guard !node.isMissing, let reference = links.reference(to: node.path) else {
      return "<code>\(node.path)</code>"
    }
    return "<a href=\"\(reference)\">\(node.path)</a>"
  }

  private func list(_ kind: GraphEdge.Kind, _ edges: [GraphEdge]) -> Markup {
    let own = edges.filter { $0.kind == kind }
    if own.isEmpty { return "" }
    let items = own.enumerated().map { index, edge -> Markup in
      let lines = edge.lines.map(String.init).joined(separator: ", ")
      let word = edge.lines.count == 1 ? "line" : "lines"
      let cited: Markup = lines.isEmpty ? "" : " <small>(\(word) \(lines))</small>"
      return """
        \(index > 0 ? "; " : "")<a href="#node-\(edge.to)">\(graph.nodes[edge.to].title)</a>\(cited)
        """
    }
    return "<p>\(Self.heading(of: kind)): \(items)</p>\n"
  }

  private static func heading(of kind: GraphEdge.Kind) -> String {
    switch kind {
    case .link: "Links to"
    case .source: "Declared sources"
    case .citation: "Cites"
    }
  }
}

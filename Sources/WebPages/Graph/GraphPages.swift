internal import FootnoteKit
internal import TerminalOutput

/// The graph: a picture that a script draws from `/api/graph`, and a list.
struct GraphPages {
  let templates: PageTemplates
  let graphs: GraphCache

  /// Types that link to everything; they are shown where they are asked for.
  private static let catalogues: Set<String> = ["index", "log"]

  /// - Throws: As `GroupSearcher`.
  func page(
    _ request: PageRequest, _ searcher: GroupSearcher, _ frame: PageFrameContext
  ) throws -> PageAnswer {
    var frame = frame.titled("Graph")
    frame.atGraph = true
    frame.script = "graph.js"
    let graph = try graphs.graph(of: searcher)
    let group = searcher.group
    let context = GraphPageContext(
      page: frame,
      graph: Self.context(request, graph, bases: group.sessions.compactMap(group.name(of:))))
    return templates.answer("graph", context)
  }

  private static func context(
    _ request: PageRequest, _ graph: SiteGraph, bases: [String]
  ) -> GraphContext {
    let find = request.values(of: "find").first ?? ""
    let asked = Set(request.values(of: "type"))
    let places = Dictionary(grouping: graph.nodes.indices) { graph.nodes[$0].type }
    let types = places.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let isChosen = { (type: String) in
      asked.isEmpty ? !catalogues.contains(type.lowercased()) : asked.contains(type)
    }
    return GraphContext(
      find: find, focus: request.values(of: "focus").first, bases: ListContext(bases),
      nodesText: NumberText.counted(graph.nodes.count, "document"),
      edgesText: NumberText.counted(graph.edges.count, "link"),
      types: types.map { type, places in
        let isRaw = graph.nodes[places[0]].layer == "raw"
        return GraphContext.TypeChoice(
          id: FacetsBuilder.identifier(type), name: type,
          count: NumberText.grouped(places.count), shape: shape(of: type, isRaw: isRaw),
          raw: isRaw, checked: isChosen(type))
      }, listOpen: !find.isEmpty || !asked.isEmpty,
      groups: types.filter { isChosen($0.key) }.compactMap { group($0, $1, find, graph) })
  }

  private static func group(
    _ type: String, _ places: [Int], _ find: String, _ graph: SiteGraph
  ) -> GraphContext.Group? {
    let wanted = find.lowercased()
    let items = places.map { (title: graph.nodes[$0].title.plainLine, place: $0) }
      .filter { wanted.isEmpty || $0.title.lowercased().contains(wanted) }
      .map { (key: $0.title.lowercased(), item: $0) }
      .sorted { ($0.key, $0.item.place) < ($1.key, $1.item.place) }.map(\.item)
    if items.isEmpty { return nil }
    return GraphContext.Group(
      name: type.plainLine,
      items: items.map { title, place in
        let path = graph.nodes[place].path
        let degree = graph.degrees[place]
        return GraphContext.Item(
          href: PageAddress.document(path), text: title.isEmpty ? path.plainLine : title,
          degree: degree > 0 ? NumberText.grouped(degree) : nil)
      }, count: NumberText.grouped(items.count))
  }

  /// Shapes tell types apart without colours.
  private static func shape(of type: String, isRaw: Bool) -> String {
    switch type.lowercased() {
    case "concept": "disc"
    case "entity": "ring"
    case "source-summary": "diamond"
    case "method", "claim", "comparison", "synthesis": "triangle"
    case "paper", "dataset": "square"
    default: isRaw ? "square" : "box"
    }
  }
}

/// The link graph as a page for people: one HTML file that needs no other and no network.
///
///     let page = GraphPage(graph, name: "notes", links: DocumentLinks(base: "")).html
///
/// The drawing is made by the page's own script. A list of all documents with their connections stands below
/// it, for everybody who does not see the drawing; without a script the page is that list.
public struct GraphPage: Sendable {
  private let graph: LinkGraph
  private let name: String
  private let links: DocumentLinks
  private let style: TypeStyle

  /// - Parameters:
  ///   - graph: What is shown.
  ///   - name: Of the knowledge base.
  ///   - links: Where the page leads to for documents.
  public init(_ graph: LinkGraph, name: String, links: DocumentLinks = .none) {
    self.graph = graph
    self.name = name
    self.links = links
    style = TypeStyle(of: graph.nodes.map(\.type))
  }

  /// - Throws: `ErrorMessage` where the graph has no JSON.
  public var html: String {
    get throws {
      let data = GraphPageData(graph, style: style, links: links)
      let frame = PageFrame(
        title: title, style: PageResource.graphStyle, script: PageResource.graphScript,
        data: try JSONLine.encode(data))
      let list = GraphList(graph, style, links).markup
      return frame.page("\(header(data.types))\(view)\(list)")
    }
  }

  private var title: String { "Links of \(name)" }

  private func header(_ types: [GraphPageData.TypeJSON]) -> Markup {
    """
    <header>
    <h1>\(title)</h1>
    <p class="quiet">\(summary)</p>
    <form id="search" role="search" hidden>
    <label for="find" class="unseen">Find a document</label>
    <input id="find" type="search" placeholder="Find a document" autocomplete="off" role="combobox" \
    aria-expanded="false" aria-controls="found" aria-autocomplete="list">
    <ul id="found" role="listbox" aria-label="Documents found" hidden></ul>
    </form>
    <details id="filters" hidden open>
    <summary>What is shown</summary>
    <fieldset><legend>Types</legend><div class="choices">
    \(types.enumerated().map { choice($0.offset, $0.element) })</div></fieldset>
    <fieldset><legend>Connections</legend><div class="choices">
    \(GraphEdge.Kind.allCases.enumerated().map { choice($0.offset, $0.element) })</div></fieldset>
    </details>
    </header>

    """
  }

  private var summary: String {
    let parts = [
      PageText.count(graph.nodes.count, "document"),
      PageText.count(graph.edges.count, "connection"),
      graph.leftOut.isEmpty ? "" : "without " + graph.leftOut.joined(separator: ", "),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func choice(_ place: Int, _ type: GraphPageData.TypeJSON) -> Markup {
    """
    <label><input type="checkbox" name="type" value="\(place)" checked>\
    \(Marker.svg(style.look(of: type.name))) \(type.name) <small>\(type.count)</small></label>

    """
  }

  private func choice(_ place: Int, _ kind: GraphEdge.Kind) -> Markup {
    let count = graph.edges.lazy.filter { $0.kind == kind }.count
    return """
      <label><input type="checkbox" name="kind" value="\(place)" checked> \(Self.name(of: kind)) \
      <small>\(count)</small></label>

      """
  }

  static func name(of kind: GraphEdge.Kind) -> String {
    switch kind {
    case .link: "links"
    case .source: "declared sources"
    case .citation: "citations"
    }
  }

  private var view: Markup {
    """
    <main>
    <div class="view">
    <div id="stage" hidden>
    <canvas id="plot" tabindex="0" role="application" aria-label="Drawing of the links" \
    aria-describedby="keys"></canvas>
    <p id="keys" class="quiet">Arrows move, or go to the next document once one is chosen; plus and \
    minus zoom, 0 shows all; Enter opens, Escape closes; / searches. The list below has everything \
    that is drawn.</p>
    <div class="zoom">
    <button id="farther" type="button" aria-label="Zoom out">−</button>
    <button id="closer" type="button" aria-label="Zoom in">+</button>
    <button id="whole" type="button">Show all</button>
    </div>
    </div>
    <aside id="panel" aria-labelledby="panel-title" hidden></aside>
    </div>
    <p id="said" class="unseen" role="status"></p>

    """
  }
}

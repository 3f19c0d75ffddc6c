internal import FootnoteKit
internal import TerminalOutput

/// What `start.mustache` reads: what there is to ask.
struct StartContext: Sendable {
  struct Page: Sendable {
    var href: String
    var text: String
    var count: String
  }

  struct Recent: Sendable {
    var href: String
    var text: String
    var iso: String
    var date: String
  }

  var name: String
  var text: String
  /// Questions to begin with.
  var questions: ListContext<LinkContext>?
  /// Pages with the most sources.
  var concepts: ListContext<Page>?
  var recent: ListContext<Recent>?

  /// Pages and sources that are listed at most.
  private static let most = 8

  init(names: [String], graph: SiteGraph) {
    name = names.joined(separator: ", ")
    let isSource = { (node: GraphNode) in node.layer != "wiki" }
    let sources = graph.nodes.filter(isSource)
    text = Self.lead(sources, pages: graph.nodes.count - sources.count)
    let rich = graph.nodes.indices
      .filter { graph.nodes[$0].type.lowercased() == "concept" && graph.sources[$0] > 0 }
      .sorted { (graph.sources[$1], $0) < (graph.sources[$0], $1) }.prefix(Self.most)
    concepts = ListContext(
      rich.map { place in
        Page(
          href: PageAddress.document(graph.nodes[place].path),
          text: graph.nodes[place].title.plainLine,
          count: NumberText.grouped(graph.sources[place]))
      })
    recent = ListContext(Self.newest(sources))
  }

  private static func newest(_ sources: [GraphNode]) -> [Recent] {
    let dated = sources.compactMap { node in node.date.map { (node, $0) } }
    return dated.sorted { ($1.1, $0.0.path) < ($0.1, $1.0.path) }.prefix(most).map { node, day in
      let date = DateContext(day)
      return Recent(
        href: PageAddress.document(node.path), text: node.title.plainLine, iso: date.iso,
        date: date.text)
    }
  }

  private static func lead(_ sources: [GraphNode], pages: Int) -> String {
    guard !sources.isEmpty || pages > 0 else {
      return "There is no document here yet. Put markdown files into the folder, and ask again."
    }
    let years = sources.compactMap { $0.date?.year }
    var time = ""
    if let first = years.min(), let last = years.max() {
      time = first == last ? " from \(first)" : " from \(first) to \(last)"
    }
    var parts: [String] = []
    if !sources.isEmpty { parts.append(NumberText.counted(sources.count, "source") + time) }
    if pages > 0 {
      let made = sources.isEmpty ? "" : " compiled from them"
      parts.append(NumberText.counted(pages, "page") + made)
    }
    return parts.joined(separator: " and ")
      + ". Ask a question, in your own words; every answer is a passage with its citation."
  }
}

import ArgumentParser
import FootnoteKit
import TerminalOutput

/// `footnote graph`: how the documents hang together.
struct GraphCommand: FootnoteCommand {
  /// How the graph is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case graphml
    case dot
    case html
  }

  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Show how the documents link to each other.",
    discussion: """
      Documents are connected by links, by the sources that their front matter declares, and by \
      citations: links to a raw document or to a line. The catalogue and the log, which link to \
      everything, take no part unless --lists is given. The page of --format html stands alone: it \
      needs no other file and no network.

      EXAMPLE
        footnote graph
        footnote graph --format html --out graph.html
        footnote graph --around "bacterial code" --depth 2 --layer wiki
        footnote graph --type concept --format dot
        footnote graph --missing --format json
      """)

  @Option(help: "How the graph is written.")
  var format: Format = .text

  @Option(help: "Only documents of this layer: raw, wiki or notes (repeatable).")
  var layer: [String] = []

  @Option(help: "Only documents of this type, such as concept or post (repeatable).")
  var type: [String] = []

  @Option(help: ArgumentHelp("Only what is near this page: its name or path.", valueName: "page"))
  var around: String?

  @Option(help: ArgumentHelp("Steps from the page of --around (default: 1).", valueName: "number"))
  var depth: Int?

  @Flag(help: "Show what links lead to and is not there as well.")
  var missing = false

  @Flag(help: "Show the catalogue and the log as well.")
  var lists = false

  @OptionGroup var out: OutputFile
  @OptionGroup(title: "Freshness") var refresh: IndexFreshness
  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func validate() throws {
    if let depth, depth < 0 { throw ValidationError("--depth takes a number from 0") }
    if depth != nil, around == nil { throw ValidationError("--depth goes with --around") }
  }

  func run(in console: Console) throws -> ExitStatus {
    let session = try base.session(in: console)
    let group = SessionGroup([session])
    let refresher = Refresher(group: group, options: refresh.options, console: console)
    try refresher.refresh()
    let place = CitedPlace(group: group, workingDirectory: console.workingDirectory)
    let page = around.map { place.page($0).name }
    let options = GraphOptions(
      layers: layer, types: type, around: page, depth: depth ?? 1, includesMissing: missing,
      includesLists: lists)
    guard let graph = try refresher.mending({ try session.linkGraph(options) }) else {
      console.note("nothing found: no page \(around ?? ""); name a path or a title")
      return .nothingFound
    }
    try out.write(text(of: graph, session, console), of: [session], in: console)
    if graph.nodes.isEmpty {
      console.note("nothing found: no document is of this layer and type")
    }
    return graph.nodes.isEmpty ? .nothingFound : .found
  }

  private func text(
    of graph: LinkGraph, _ session: Session, _ console: Console
  ) throws -> String {
    switch format {
    case .json: return try JSONLine.encode(GraphJSON(graph)) + "\n"
    case .graphml: return GraphML(graph).text
    case .dot: return GraphDOT(graph).text
    case .html:
      let links = out.links(to: session, in: console)
      return try GraphPage(graph, name: session.knowledgeBase.name, links: links).html
    case .text:
      let isPlain = out.path != nil
      return GraphText(
        palette: isPlain ? Palette(isEnabled: false) : console.palette, width: console.width
      ).text(of: graph)
    }
  }
}

internal import FootnoteKit
internal import TerminalOutput

/// All concepts, and every source of one.
struct ConceptPages {
  let templates: PageTemplates
  let graphs: GraphCache

  /// Passages of each source that are shown.
  private static let passages = 3

  /// - Throws: As `GroupSearcher`; `PageError` where a name has no word.
  func page(
    _ request: PageRequest, _ searcher: GroupSearcher, _ frame: PageFrameContext
  ) throws -> PageAnswer {
    let graph = try graphs.graph(of: searcher)
    var frame = frame
    frame.atSources = true
    let names = graph.concepts.map { graph.nodes[$0].title.plainLine }
    guard let asked = request.values(of: "concept").first else {
      let concept = Self.index(of: graph, names: names)
      return templates.answer(
        "sources", ConceptPageContext(page: frame.titled(concept.heading), concept: concept))
    }
    let sources: ConceptSources?
    do {
      let (session, name) = try searcher.page(asked)
      sources = try searcher.sources(of: name, in: session, passages: Self.passages)
    } catch let error as QueryError {
      throw PageError.unreadable("This names no concept", detail: error.message)
    }
    guard let sources else { throw PageError.noPage }
    let concept = SourcesBuilder(sources, asked: asked, graph: graph).context(names: names)
    return templates.answer(
      "sources",
      ConceptPageContext(page: frame.titled("Sources of \(concept.heading)"), concept: concept))
  }

  private static func index(of graph: SiteGraph, names: [String]) -> ConceptContext {
    var concept = ConceptContext(name: "", names: names, heading: "Concepts")
    concept.lead =
      names.isEmpty
      ? "No page here is a concept, an entity or a method. Write any words into the field: their sources "
        + "are those that mention them, or are close in meaning."
      : "Every page of the wiki can name its sources: those that it declares or cites, those that mention "
        + "it, and those that are close in meaning."
    let labels = [
      "concept": "Concepts", "entity": "People, organisations, products", "method": "Methods",
    ]
    concept.index = HitContext.conceptTypes.compactMap { type in
      let own = graph.concepts.filter { graph.nodes[$0].type.lowercased() == type }
      if own.isEmpty { return nil }
      return ConceptContext.IndexGroup(
        id: "type-\(type)", label: labels[type] ?? type, count: NumberText.grouped(own.count),
        items: own.map { place in
          let node = graph.nodes[place]
          return ConceptContext.IndexItem(
            href: PageAddress.sources(of: graph.name(of: node)), text: node.title.plainLine,
            count: NumberText.grouped(graph.sources[place]))
        })
    }
    concept.contents = ListContext(
      concept.index.map { .init(anchor: $0.id, text: "\($0.label) (\($0.count))") })
    return concept
  }
}

internal import FootnoteKit
internal import TerminalOutput

/// Makes what is shown of the sources of a concept.
struct SourcesBuilder {
  private let result: ConceptSources
  private let asked: String
  private let graph: SiteGraph

  /// - Parameter asked: The name as it was given.
  init(_ result: ConceptSources, asked: String, graph: SiteGraph) {
    self.result = result
    self.asked = asked
    self.graph = graph
  }

  /// - Parameter names: What can be asked for.
  func context(names: [String]) -> ConceptContext {
    let title = result.concept.plainLine
    let heading = title.isEmpty ? asked.plainLine : title
    var concept = ConceptContext(
      name: result.page == nil ? asked : heading, names: names, heading: heading)
    concept.kicker = "Every source of"
    if let page = result.page {
      let summary = graph.node(at: page.path)?.summary.plainLine ?? ""
      concept.lead = summary.isEmpty ? nil : summary
      concept.links = [
        LinkContext(href: PageAddress.document(page.path), text: "Read the page"),
        LinkContext(href: PageAddress.graph(around: page.path), text: "Show in the graph"),
      ]
    }
    concept.notices = ListContext(notices)
    concept.alternatives = ListContext(
      result.alternatives.map { path in
        let title = graph.node(at: path)?.title.plainLine ?? ""
        return LinkContext(
          href: PageAddress.sources(of: path), text: title.isEmpty ? path.plainLine : title)
      })
    concept.groups = Evidence.allCases.compactMap {
      SourceGroupContext($0, of: result.sources)
    }
    concept.unresolved = unresolved
    let dated = self.dated
    concept.strip = StripContext(dated)
    concept.timeline = ChronologyContext(dated)
    concept.contents = Self.contents(of: concept)
    return concept
  }

  private var notices: [String] {
    var notices = result.warnings.map(\.plainLine)
    if result.page == nil {
      notices.append("No page has this name; the text of the sources decides.")
    }
    if result.sources.isEmpty { notices.append("No source was found for this.") }
    return notices
  }

  private var unresolved: ConceptContext.UnresolvedList? {
    if result.unresolved.isEmpty { return nil }
    return ConceptContext.UnresolvedList(
      count: NumberText.grouped(result.unresolved.count),
      items: result.unresolved.map { source in
        let fits = source.candidates.map(\.plainLine).joined(separator: ", ")
        return ConceptContext.Unresolved(
          reference: source.reference.plainLine,
          candidates: fits.isEmpty ? nil : ConceptContext.Candidates(text: fits))
      })
  }

  /// The sources that have a date, oldest first.
  private var dated: [(source: ConceptSource, date: CalendarDate)] {
    result.sources.compactMap { source in source.document.date.map { (source, $0) } }
      .sorted { ($0.date, $0.source.document.path) < ($1.date, $1.source.document.path) }
  }

  private static func contents(of concept: ConceptContext) -> ListContext<ConceptContext.Anchor>? {
    if concept.groups.isEmpty { return nil }
    var anchors = concept.groups.map { group in
      ConceptContext.Anchor(anchor: group.id, text: "\(group.label) (\(group.count))")
    }
    if let unresolved = concept.unresolved {
      anchors.append(.init(anchor: "unresolved", text: "Not found (\(unresolved.count))"))
    }
    if concept.timeline != nil { anchors.append(.init(anchor: "timeline", text: "Timeline")) }
    return ListContext(anchors)
  }
}

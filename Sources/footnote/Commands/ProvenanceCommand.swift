import ArgumentParser
import FootnoteKit

/// `footnote provenance`: from what a page says to the sources that say it.
struct ProvenanceCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "provenance",
    abstract: "Follow what a page says to the summaries and raw passages that support it.",
    discussion: """
      For each statement the passages that it links to, those of the sources that the page declares, and \
      those that a search finds, with an estimate of how probably each of them says the same. Statements \
      that no source supports are marked.

      EXAMPLE
        footnote provenance wiki/concepts/bacterial-code.md:13
        footnote provenance --unsupported wiki/overview.md
        footnote provenance --format json "cognitive core"
      """)

  @Argument(help: "Name or path of a page, with :LINE for the statements of that line.")
  var page: [String]

  @Option(
    name: [.customShort("n"), .long],
    help: "Passages to show of each kind, at most, besides linked ones.")
  var passages: Int = 2

  @Flag(help: "Only statements without support.")
  var unsupported = false

  @Option(help: "How the statements are written.")
  var format: ReportFormat = .text

  @OptionGroup var links: LinkOptions
  @OptionGroup(title: "Freshness") var refresh: RefreshOptions
  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func validate() throws {
    if page.isEmpty { throw ValidationError("there is no page") }
    if passages < 1 { throw ValidationError("--passages takes a number from 1") }
  }

  func run(in console: Console) throws -> ExitStatus {
    let group = try base.group(in: console)
    let refresher = Refresher(group: group, options: refresh, console: console)
    try refresher.refresh()
    if refresher.mayEncode { _ = try refresher.encode() }
    let place = CitedPlace(group: group, workingDirectory: console.workingDirectory)
    let target = PageLine(page.joined(separator: " "), place: place)
    let found = try refresher.mending {
      try group.searcher().provenance(
        of: target.name, line: target.line, in: target.session, passages: passages)
    }
    guard var result = found else {
      console.note("nothing found: no page \(target.name); name a path or a title")
      return .nothingFound
    }
    for warning in result.warnings { console.note(warning) }
    let count = result.statements.count
    if unsupported { result.statements.removeAll(where: \.isSupported) }
    switch format {
    case .json:
      let json = try JSONLine.encode(ProvenanceJSON(result), links: links.explicit(for: group))
      try console.output.line(json)
    case .text:
      let text = ProvenanceText(
        palette: console.palette, width: console.width,
        citations: links.mark(for: group, in: console))
      try console.output.write(text.text(of: result, line: target.line, count: count))
    }
    if count == 0 {
      let place = target.line.map { "line \($0) of \(result.page.path)" } ?? result.page.path
      console.note("nothing found: \(place) states nothing")
    }
    return result.statements.isEmpty ? .nothingFound : .found
  }
}

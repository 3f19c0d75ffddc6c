import ArgumentParser
import FootnoteKit

/// `footnote sources`: every source for a concept.
struct SourcesCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Name every source for a concept, by evidence.",
    discussion: """
      Evidence is declared (the page's front matter names the source), cited (its text links to it), \
      mentioned (the source has the name of the page), related (close in meaning). Declared sources \
      that lead to no file are listed too.

      EXAMPLE
        footnote sources cognitive core
        footnote sources --format json wiki/concepts/bacterial-code.md
      """)

  @Argument(help: "Name, alias or path of a page, or any words.")
  var concept: [String]

  @Option(help: ArgumentHelp("Passages to show of each source at most.", valueName: "number"))
  var passages: Int = 2

  @Option(name: [.customShort("n"), .long], help: "Number of sources to show at most.")
  var limit: Int?

  @Option(help: "How the sources are written.")
  var format: ReportFormat = .text

  @OptionGroup var links: LinkOptions
  @OptionGroup(title: "Freshness") var refresh: RefreshOptions
  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func validate() throws {
    if concept.isEmpty { throw ValidationError("there is no concept") }
    if passages < 0 { throw ValidationError("--passages takes a number from 0") }
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1") }
  }

  func run(in console: Console) throws -> ExitStatus {
    let group = try base.group(in: console)
    let refresher = Refresher(group: group, options: refresh, console: console)
    try refresher.refresh()
    if refresher.mayEncode { _ = try refresher.encode() }
    let place = CitedPlace(group: group, workingDirectory: console.workingDirectory)
    let (session, name) = place.page(concept.joined(separator: " "))
    let found = try refresher.mending {
      try group.searcher().sources(of: name, in: session, passages: passages)
    }
    guard var result = found else { return .nothingFound }
    if let limit { result.sources = Array(result.sources.prefix(limit)) }
    for warning in result.warnings { console.note(warning) }
    switch format {
    case .json:
      let json = try JSONLine.encode(SourcesJSON(result), links: links.explicit(for: group))
      try console.output.line(json)
    case .text:
      let text = SourcesText(
        palette: console.palette, width: console.width,
        citations: links.mark(for: group, in: console)
      ).text(of: result)
      try console.output.write(text)
    }
    if result.sources.isEmpty {
      console.note(
        "nothing found: no source for \(result.concept); try another name of the concept")
    }
    return result.sources.isEmpty ? .nothingFound : .found
  }
}

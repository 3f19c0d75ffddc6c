import ArgumentParser
import FootnoteKit

/// `footnote related`: the neighbours of a page or passage.
struct RelatedCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "related",
    abstract: "List the neighbours of a page or passage, by links and by meaning.",
    discussion: """
      Of several knowledge bases the first that has the page or passage answers.

      EXAMPLE
        footnote related wiki/concepts/bacterial-code.md
        footnote related -n 5 "cognitive core"
        footnote related --format json raw/2025/7.6.md:1-7
      """)

  @Argument(help: "Name or path of a page, or a citation.")
  var target: [String]

  @Option(name: [.customShort("n"), .long], help: "Number of neighbours at most.")
  var limit: Int = 10

  @Option(help: "How the neighbours are written.")
  var format: ReportFormat = .text

  @OptionGroup var links: LinkOptions
  @OptionGroup(title: "Freshness") var refresh: RefreshOptions
  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func validate() throws {
    if target.isEmpty { throw ValidationError("there is no page and no citation") }
    if limit < 1 { throw ValidationError("--limit takes a number from 1") }
  }

  func run(in console: Console) throws -> ExitStatus {
    let group = try base.group(in: console)
    let refresher = Refresher(group: group, options: refresh, console: console)
    try refresher.refresh()
    if refresher.mayEncode { _ = try refresher.encode() }
    let place = CitedPlace(group: group, workingDirectory: console.workingDirectory)
    let (session, name) = place.page(target.joined(separator: " "))
    // Neighbours come from stored vectors, so that no model is loaded.
    let found = try refresher.mending {
      try group.searcher(for: .lexical).related(to: name, in: session, limit: limit)
    }
    guard let result = found else {
      console.note("nothing found: no page or passage \(name); name a path, a title or a citation")
      return .nothingFound
    }
    for warning in result.warnings { console.note(warning) }
    switch format {
    case .json:
      let json = try JSONLine.encode(RelatedJSON(result), links: links.explicit(for: group))
      try console.output.line(json)
    case .text:
      let text = RelatedText(
        palette: console.palette, width: console.width,
        citations: links.mark(for: group, in: console)
      ).text(of: result)
      try console.output.write(text)
    }
    return result.neighbours.isEmpty ? .nothingFound : .found
  }
}

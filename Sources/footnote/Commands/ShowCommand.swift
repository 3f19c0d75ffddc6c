import ArgumentParser
import FootnoteKit

/// `footnote show`: the text that a citation names.
struct ShowCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the text of a citation, and whether it is still there.",
    discussion: """
      A citation that is kept with its hash (PATH:FIRST-LAST@HASH) is compared with the file: the text \
      is current, has moved (it is shown where it stands now), or is gone, which ends with status 1.

      Paths are read from the root of the knowledge base or from the current folder; with several \
      --root, as in the answers of ask, they begin with the name of the knowledge base.

      EXAMPLE
        footnote show raw/2025/7.6.md:1-7
        footnote show --context 3 raw/2025/7.6.md:12
        footnote show ./wiki/overview.md
      """)

  @Argument(help: "PATH:FIRST-LAST, PATH:LINE, or PATH for the whole file.")
  var citation: String

  @Option(help: ArgumentHelp("Lines to show before and after.", valueName: "lines"))
  var context: Int = 0

  @Option(help: "How the text is written.")
  var format: ReportFormat = .text

  @OptionGroup var links: LinkOptions
  @OptionGroup(title: "Freshness") var refresh: RefreshOptions
  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func validate() throws {
    if context < 0 { throw ValidationError("--context takes a number from 0") }
  }

  func run(in console: Console) throws -> ExitStatus {
    let group = try base.group(in: console)
    let place = CitedPlace(group: group, workingDirectory: console.workingDirectory)
    let (session, citation) = try place.citation(citation)
    let refresher = Refresher(
      group: SessionGroup([session]), options: refresh, console: console)
    try refresher.refresh()
    let cited = try refresher.mending { try session.index().show(citation, context: context) }
      .prefixed(with: group.name(of: session))
    switch format {
    case .json:
      let json = try JSONLine.encode(CitedTextJSON(cited), links: links.explicit(for: group))
      try console.output.line(json)
    case .text:
      let text = CitedTextView(
        palette: console.palette, width: console.width, isTerminal: console.sanitizes,
        citations: links.mark(for: group, in: console))
      try console.output.write(text.text(of: cited))
    }
    return cited.state == .gone ? .nothingFound : .found
  }
}

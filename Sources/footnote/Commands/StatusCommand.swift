import ArgumentParser
import FootnoteKit

/// `footnote status`: what the index holds.
struct StatusCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say what the index holds and how fresh it is. Changes nothing.",
    discussion: """
      EXAMPLE
        footnote status
        footnote status --format json
      """)

  @Option(help: "How the status is written.")
  var format: ReportFormat = .text

  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func run(in console: Console) throws -> ExitStatus {
    let session = try base.session(in: console)
    let status = try session.index().status()
    switch format {
    case .json: try console.output.line(JSONLine.encode(StatusJSON(status, of: session)))
    case .text:
      let text = StatusText(palette: console.palette, width: console.width)
      try console.output.write(text.text(of: status, of: session))
    }
    return .found
  }
}

import ArgumentParser
import FootnoteKit

/// `footnote doctor`: whether everything works.
struct DoctorCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the machine, the model, the knowledge base and the index.",
    discussion: """
      Each line is ok, warn or fail, and says how to mend what is wrong. Exit status 2 where \
      something fails. Changes nothing.

      EXAMPLE
        footnote doctor
        footnote doctor --format json
      """)

  @Option(help: "How the findings are written.")
  var format: ReportFormat = .text

  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func run(in console: Console) throws -> ExitStatus {
    let report = Doctor(try base.singleSessionOptions(in: console)).examine()
    switch format {
    case .json: try console.output.line(JSONLine.encode(report))
    case .text:
      let text = DoctorText(palette: console.palette, width: console.width).text(of: report)
      try console.output.write(text)
    }
    return report.isSound ? .found : .error
  }
}

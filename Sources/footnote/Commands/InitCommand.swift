import ArgumentParser
import FootnoteKit

/// `footnote init`: a new knowledge base.
struct InitCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a knowledge base of a folder, or add what it lacks.",
    discussion: """
      Makes raw/ for sources, wiki/ with a folder for each kind of page, index.md, log.md and \
      overview.md, CLAUDE.md with the protocol for whoever keeps it, footnote.yml, and a .gitignore. \
      What is there already is never touched.

      With --notes everything in the folder is one layer of notes, without a wiki.

      EXAMPLE
        footnote init my-notes --name "My notes"
        footnote init --notes vault
      """)

  @Argument(
    help: "The folder, which need not exist; the current one unless it is named.",
    completion: .directory)
  var folder: String?

  @Option(
    help: ArgumentHelp("The same as the argument.", valueName: "folder"), completion: .directory)
  var root: String?

  @Option(help: "What the knowledge base is called; the folder's name unless it is given.")
  var name: String?

  @Flag(help: "One layer of notes, without a wiki.")
  var notes = false

  @Option(help: "How the account is written.")
  var format: ReportFormat = .text

  func validate() throws {
    if folder != nil, root != nil { throw ValidationError("name the folder once") }
    if folder == "" || root == "" { throw ValidationError("the folder is empty; name one") }
    if let name, name.allSatisfy(\.isWhitespace) || name.contains(where: \.isNewline) {
      throw ValidationError("--name takes one line that is not empty")
    }
  }

  func run(in console: Console) throws -> ExitStatus {
    let path = folder ?? root ?? "."
    let absolute = path.hasPrefix("/") ? path : console.workingDirectory + "/" + path
    let scaffold = Scaffold(
      root: absolute, today: Session.today(), name: name, isNotes: notes)
    let report = try scaffold.make()
    for remark in report.remarks { console.note(remark) }
    switch format {
    case .json: try console.output.line(JSONLine.encode(ScaffoldJSON(report)))
    case .text:
      let text = ScaffoldAccount(palette: console.palette, hasWiki: !notes)
      try console.output.write(text.text(of: report, isHere: path == "."))
    }
    return .found
  }
}

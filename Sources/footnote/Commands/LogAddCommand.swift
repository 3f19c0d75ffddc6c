import ArgumentParser
import FootnoteKit

/// `footnote log add`: a new entry at the end of the log.
struct LogAddCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add an entry at the end of the log.",
    discussion: """
      What is there is never written again. Several processes may add at once. A log that is not there \
      is made. Prints the place of the entry.

      EXAMPLE
        footnote log add ingest "Post of 6 July" --source raw/2025/7.6.md
        footnote log add lint "Broken links" --note "mended three" --date 2026-04-15
      """)

  @Argument(help: "What was done: ingest, synthesis, lint, or any other word.")
  var operation: String

  @Argument(help: "What it was done to.")
  var subject: String

  @Option(help: ArgumentHelp("A source that was used (repeatable).", valueName: "path"))
  var source: [String] = []

  @Option(help: ArgumentHelp("A page that was written (repeatable).", valueName: "name"))
  var page: [String] = []

  @Option(help: ArgumentHelp("Anything else (repeatable).", valueName: "text"))
  var note: [String] = []

  @Option(help: ArgumentHelp("The day of the entry; today unless it is named.", valueName: "date"))
  var date: String?

  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func run(in console: Console) throws -> ExitStatus {
    let day = try date.map { try DayRequest.day($0, of: "--date") } ?? Session.today()
    let draft = try LogDraft(
      date: day, operation: operation, subject: subject, sources: source, pages: page, notes: note)
    let (path, line) = try LogWriter.append(
      draft, to: try base.session(in: console).knowledgeBase)
    try console.output.line("\(PathLine.text(of: path, isSeen: console.sanitizes)):\(line)")
    return .found
  }
}

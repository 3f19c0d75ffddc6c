import ArgumentParser
import FootnoteKit

/// `footnote log list`: entries of the log.
struct LogListCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print entries of the log.",
    discussion: """
      In the order of the log. Exit status 1 where no entry fits; entries that cannot be read are named.

      EXAMPLE
        footnote log list -n 5
        footnote log list --page bacterial-code --format json
      """)

  @Option(help: "Only this operation, such as ingest (repeatable).")
  var operation: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only entries of this day or later: 2025, 2025-06, 3w, 'last month'.", valueName: "date"))
  var after: String?

  @Option(help: ArgumentHelp("Only entries from before this day.", valueName: "date"))
  var before: String?

  @Option(help: ArgumentHelp("Only entries that name this page (repeatable).", valueName: "name"))
  var page: [String] = []

  @Option(name: .customShort("n"), help: ArgumentHelp("Only the last ones.", valueName: "number"))
  var limit: Int?

  @Option(help: "How the entries are written.")
  var format: ReportFormat = .text

  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("-n takes a number from 1") }
  }

  func run(in console: Console) throws -> ExitStatus {
    var filter = LogFilter()
    filter.operations = operation
    filter.after = try after.map { try DayRequest.day($0, of: "--after") }
    filter.before = try before.map { try DayRequest.day($0, of: "--before") }
    filter.pages = page
    filter.limit = limit
    let (log, path) = try Logbook.read(try base.session(in: console).knowledgeBase)
    let entries = filter.entries(of: log)
    for problem in log.problems where !problem.isEntry {
      console.note("\(path):\(problem.line): \(problem.reason)")
    }
    if entries.isEmpty {
      console.note(log.entries.isEmpty ? "\(path) has no entries" : "no entry of \(path) fits")
    }
    switch format {
    case .json: try console.output.line(JSONLine.encode(LogJSON(entries, of: log, path: path)))
    case .text:
      let text = LogText(palette: console.palette, sanitizes: console.sanitizes)
      try console.output.write(text.text(of: entries))
    }
    return entries.isEmpty ? .nothingFound : .found
  }
}

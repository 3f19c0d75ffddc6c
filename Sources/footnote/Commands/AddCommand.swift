import ArgumentParser
import FootnoteKit
import TerminalOutput

/// `footnote add`: brings material into the layer of sources.
struct AddCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Bring material into raw/: pages, PDFs, transcripts, posts, text.",
    discussion: """
      Reads markdown, plain text, HTML, PDF (with pdftotext), WebVTT and SubRip subtitles, transcripts in \
      JSON, and the archive of an X account; the content tells which. Files are named by date and title, \
      get front matter, and never replace one that is there. What is there already under any name is \
      recognised. Nothing is downloaded.

      EXAMPLE
        footnote add page.html notes/
        footnote add talk.vtt --title "A talk" --date 2025-06-19
        footnote add --dry-run archive/
      """)

  @Argument(
    help: "Files, and folders that are walked.", completion: .file())
  var paths: [String]

  @Option(help: ArgumentHelp("Date of the material.", valueName: "yyyy-mm-dd"))
  var date: String?

  @Option(help: "Title, for one document.")
  var title: String?

  @Option(help: "Author.")
  var author: String?

  @Option(
    help: "Address, for one document; that of a video makes times of a transcript into links.")
  var url: String?

  @Option(help: "Type, in place of the usual one: article, document, note, post, transcript.")
  var type: String?

  @Option(help: "Channel of a recording.")
  var channel: String?

  @Option(help: ArgumentHelp("Folder in the layer of sources.", valueName: "folder"))
  var to: String?

  @Flag(help: "Take retweets of an X archive in.")
  var retweets = false

  @Flag(help: "Take replies to others of an X archive in.")
  var replies = false

  @Flag(help: "Say what would be written, and write nothing.")
  var dryRun = false

  @Option(help: "How the result is written.")
  var format: ReportFormat = .text

  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func validate() throws {
    if let date, CalendarDate(parsing: date)?.description != date {
      throw ValidationError("--date takes a day such as 2025-07-06")
    }
    let texts = [
      ("--title", title), ("--author", author), ("--url", url), ("--type", type),
      ("--channel", channel), ("--to", to),
    ]
    for (name, value) in texts where value?.allSatisfy(\.isWhitespace) ?? false {
      throw ValidationError("\(name) is empty; leave it out")
    }
    if paths.contains("") { throw ValidationError("a path is empty") }
  }

  func run(in console: Console) throws -> ExitStatus {
    let knowledgeBase = try base.session(in: console).knowledgeBase
    let importer = try Importer(into: knowledgeBase, options: options(in: console))
    var summary = ImportSummary(isDryRun: dryRun)
    let line = ProgressLine(console)
    defer { line.clear() }
    try importer.run(
      paths, workingDirectory: console.workingDirectory, progress: line.showSources
    ) { outcome in
      summary.add(outcome)
      try tell(outcome, line, console)
    }
    line.clear()
    if format == .json { try console.output.line(JSONLine.encode(AddJSON(summary))) }
    try console.output.flush()
    console.note(AddText.summary(of: summary))
    if !summary.failed.isEmpty { return .error }
    return summary.added.isEmpty && summary.known.isEmpty ? .nothingFound : .found
  }

  private func options(in console: Console) -> ImportOptions {
    var options = ImportOptions(today: Session.today(), environment: console.environment)
    options.title = title
    options.author = author
    options.date = date.flatMap { CalendarDate(parsing: $0) }
    options.type = type
    options.url = url
    options.channel = channel
    options.folder = to
    options.keepsRetweets = retweets
    options.keepsReplies = replies
    options.isDryRun = dryRun
    return options
  }

  private func tell(_ outcome: ImportOutcome, _ line: ProgressLine, _ console: Console) throws {
    let text = AddText(palette: console.palette, width: console.width)
    switch outcome {
    case .added(let file):
      if format == .text { try console.output.write(text.text(of: file)) }
    case .known(let source, let path):
      if format == .text { try console.output.write(text.text(ofKnown: source, at: path)) }
    case .failed(let source, let error):
      note("\(source.plainLine): \(ErrorMessage(error))", line, console)
    case .skipped(let source):
      let reason = "is a symbolic link that leads out of the folder, or nowhere"
      note("\(source.plainLine): \(reason)", line, console)
    case .remark(let source, let remark):
      note("\(source.plainLine): \(remark.text)", line, console)
    }
  }

  private func note(_ text: String, _ line: ProgressLine, _ console: Console) {
    line.clear()
    // Reasons may quote what a file holds.
    console.note(text.plainLine)
  }
}

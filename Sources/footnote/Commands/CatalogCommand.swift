import ArgumentParser
import FootnoteKit

/// `footnote catalog`: brings `wiki/index.md` up to date.
struct CatalogCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog",
    abstract: "Bring the wiki's index.md up to date with its pages.",
    discussion: """
      Pages without a row get one, rows without a page go, dates and numbers of sources follow the \
      front matter. Text around the tables, their columns and order, and what people wrote in the rows \
      stay. Prints what differs, as a diff. A summary is summary: or description: of the page's front \
      matter, else its first sentence.

      With --check nothing is written, and the exit status is 1 where anything differs.

      EXAMPLE
        footnote catalog --dry-run
        footnote catalog
        footnote catalog --check
      """)

  @Flag(help: "Write nothing; exit with 1 where anything differs.")
  var check = false

  @Flag(help: "Write nothing; only print what would change.")
  var dryRun = false

  @Flag(help: "Take titles, summaries and tags of existing rows from the pages, too.")
  var refresh = false

  @Option(help: "How the differences are written.")
  var format: ReportFormat = .text

  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func run(in console: Console) throws -> ExitStatus {
    let session = try base.session(in: console)
    let snapshot = try session.snapshot()
    for line in SkippedLines.lines(of: snapshot.skipped + snapshot.unreadable) {
      console.note(line)
    }
    if let lost = snapshot.lostLayers.first {
      throw ErrorMessage(
        lost.reason, at: lost.path, remedy: "make it, or correct layers: in footnote.yml")
    }
    let plan = try Catalog.plan(snapshot, today: Session.today(), refreshes: refresh)
    let isWritten = !check && !dryRun && !plan.isCurrent
    for remark in plan.remarks { console.note(remark) }
    if isWritten { try plan.write(in: session.knowledgeBase) }
    switch format {
    case .json: try console.output.line(JSONLine.encode(CatalogJSON(plan, written: isWritten)))
    case .text:
      let text = CatalogDiff(palette: console.palette, sanitizes: console.sanitizes)
      try console.output.write(text.text(of: plan, isWritten: isWritten))
    }
    return check && !plan.changes.isEmpty ? .nothingFound : .found
  }
}

import ArgumentParser
import FootnoteKit

/// `footnote index`: builds the index or brings it up to date.
struct IndexCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Build the index, or bring it up to date.",
    discussion: """
      Only what has changed is read and encoded. Ctrl-C keeps what is done; the next run goes on. \
      With --full others are answered from the old index until the new one has all documents; a \
      damaged index is always built anew.

      EXAMPLE
        footnote index
        footnote index --verify
        footnote index --watch
      """)

  @Flag(help: "Go on after that, and follow changes of files and of footnote.yml until Ctrl-C.")
  var watch = false

  @Flag(help: "Then read every cited passage again and compare; exit status 2 where one differs.")
  var verify = false

  @Flag(help: "Build anew; vectors of texts that are still there are kept.")
  var full = false

  @Flag(help: "Print no summary.")
  var quiet = false

  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func validate() throws {
    if watch, verify { throw ValidationError("--verify does not go with --watch") }
  }

  func run(in console: Console) throws -> ExitStatus {
    let session = try base.session(in: console)
    let update = IndexUpdate(
      session: session, console: console, isQuiet: quiet, needsModel: base.model != nil)
    if watch {
      let watch = IndexWatch(update: update) { try base.session(in: console) }
      try watch.run(rebuild: full ? .beside : .whereNeeded)
      return .found
    }
    try Interruption().guarding {
      try update.run(full ? .beside : .whereNeeded, stop: $0)
    }
    return verify ? try check(session, console) : .found
  }

  private func check(_ session: Session, _ console: Console) throws -> ExitStatus {
    let report = try session.index().verify()
    if !quiet || !report.isSound {
      try console.output.write(VerificationText(palette: console.palette).text(of: report))
    }
    return report.isSound ? .found : .error
  }
}

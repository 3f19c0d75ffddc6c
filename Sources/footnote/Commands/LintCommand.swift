import ArgumentParser
import FootnoteKit
import TerminalOutput

/// `footnote lint`: what is wrong in a knowledge base.
struct LintCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find broken links, sources that lead nowhere, stale pages and changed raw files.",
    discussion: """
      Files of raw/ are not to be edited: the index records what they are, lint tells what is another \
      one since, and --accept takes that once somebody has looked at it. lint: in footnote.yml \
      switches rules off, wholly or for some paths.

      Exit status 1 where errors are found, 0 where none are, 2 on trouble.

      EXAMPLE
        footnote lint
        footnote lint --severity warning wiki/concepts
        footnote lint --claims wiki/overview.md
        footnote lint --fix --dry-run
        footnote lint --accept raw/2025/7.6.md
      """)

  @Argument(help: "Only in these files and folders; with --accept, whose changes are accepted.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("Only this rule (repeatable).", valueName: "rule"))
  var rule: [LintRule] = []

  @Option(help: "Only what is as bad as this, or worse.")
  var severity: LintSeverity = .info

  @Flag(help: "Mend what needs no decision: clear links and sources, the index.")
  var fix = false

  @Flag(help: "With --fix: print what would be mended, and write nothing.")
  var dryRun = false

  @Flag(help: "Take raw files as they are now; all changes unless paths are named.")
  var accept = false

  @Flag(
    help: "Follow every statement of the wiki to its sources too; takes a search for each.")
  var claims = false

  @Flag(help: "List the rules.")
  var rules = false

  @Option(help: "How the findings are written.")
  var format: LintFormat = .text

  @OptionGroup(title: "Freshness (with --claims)") var refresh: RefreshOptions
  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func validate() throws {
    if dryRun, !fix { throw ValidationError("--dry-run goes with --fix") }
    if accept, fix { throw ValidationError("--accept and --fix are two steps") }
    if fix, format == .sarif {
      throw ValidationError("SARIF has findings alone; use --format text or json with --fix")
    }
  }

  func run(in console: Console) throws -> ExitStatus {
    if rules { return try list(console) }
    let session = try base.session(in: console)
    let place = KeptPlace(session.knowledgeBase, workingDirectory: console.workingDirectory)
    var selection = LintSelection()
    selection.rules = Set(rule)
    selection.severity = severity
    selection.paths = try paths.map { try place.inside($0, mayBeGone: accept) }
    if accept { try take(session, selection, console) }
    var snapshot = try session.snapshot()
    var (findings, notes) = try session.lint(snapshot, selection)
    for note in notes { console.note(note) }
    var fixes: [LintFix] = []
    if fix {
      let fixer = LintFixer(session.knowledgeBase, today: Session.today(), isDry: dryRun)
      do {
        _ = try fixer.fix(findings, of: snapshot) { fixes += $0 }
      } catch {
        // What was mended before the failure is not kept from anybody.
        if !fixes.isEmpty { try writeFixes(fixes, findings, console) }
        throw error
      }
      if !dryRun, !fixes.isEmpty {
        snapshot = try session.snapshot()
        findings = try session.lint(snapshot, selection).findings
      }
    }
    if claims { findings = try adding(to: findings, of: snapshot, selection, session, console) }
    try write(findings, fixes, files: snapshot.pages.count, console)
    return findings.contains { $0.severity == .error } ? .nothingFound : .found
  }

  /// The findings with the statements that no source says.
  private func adding(
    to findings: [LintFinding], of snapshot: Snapshot, _ selection: LintSelection,
    _ session: Session, _ console: Console
  ) throws -> [LintFinding] {
    let refresher = Refresher(
      group: SessionGroup([session]), options: refresh, console: console)
    try refresher.refresh()
    if refresher.mayEncode { _ = try refresher.encode() }
    let line = ProgressLine(console)
    defer { line.clear() }
    let (all, notes) = try refresher.mending {
      try session.claims(
        snapshot, selection, adding: findings, searcher: try session.searcher(),
        progress: { line.show(pages: $0, of: $1) })
    }
    for note in notes { console.note(note) }
    return all
  }

  private func take(_ session: Session, _ selection: LintSelection, _ console: Console) throws {
    let (accepted, notes) = try session.acceptRaw(selection.paths)
    for note in notes { console.note(note) }
    for path in accepted { console.note("accepted \(path)") }
    if accepted.isEmpty { console.note("there is no change of raw/ to accept") }
  }

  private func list(_ console: Console) throws -> ExitStatus {
    for rule in LintRule.allCases {
      try console.output.line(
        "\(rule.rawValue.padded(to: 20))\(rule.severity.rawValue.padded(to: 9))\(rule.summary)")
    }
    return .found
  }

  private func writeFixes(
    _ fixes: [LintFix], _ findings: [LintFinding], _ console: Console
  ) throws {
    if format != .text {
      return try write(findings, fixes, files: 0, console)
    }
    let text = LintText(palette: console.palette, sanitizes: console.sanitizes)
    try console.output.write(text.text(of: fixes, isDry: dryRun))
  }

  private func write(
    _ findings: [LintFinding], _ fixes: [LintFix], files: Int, _ console: Console
  ) throws {
    switch format {
    case .json:
      let json = LintJSON(findings, fixes: fixes, written: !dryRun && !fixes.isEmpty)
      try console.output.line(JSONLine.encode(json))
    case .sarif: try console.output.line(JSONLine.encode(SARIFLog(findings)))
    case .text:
      let text = LintText(palette: console.palette, sanitizes: console.sanitizes)
      try console.output.write(text.text(of: fixes, isDry: dryRun))
      try console.output.write(text.text(of: findings, files: files))
    }
  }
}

import ArgumentParser
import FootnoteKit

/// `footnote ask`: ranked passages with citations.
struct AskCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Find the passages that answer a question.",
    discussion: """
      In the question: "a phrase", NOT word, -word (inside quotation marks of the shell), layer:wiki, \
      type:concept, tag:x, path:raw/2025, after:2025-06, before:"last month"; NOT layer:raw and -tag:x \
      leave out. Of a field that is given twice one value is enough; filters in options hold as well as \
      those in the question.

      The index is brought up to date first. Passages that have no vector yet are encoded: on a \
      terminal after a first answer from words alone (Ctrl-C keeps what is done), elsewhere before \
      the answer and for at most --wait seconds.

      --pick shows the passages in a list: typing refines the question, arrows (ctrl-n, ctrl-p, page up \
      and down) move, shift-arrows (ctrl-f, ctrl-b) scroll the preview. Enter opens the editor at the \
      passage, ctrl-o prints its citation (with --link its address) and ends, ctrl-y copies it, esc \
      leaves; the exit status is 1 where nothing was opened or printed.

      EXAMPLE
        footnote ask what is bacterial code
        footnote ask --layer raw --after 2025-06 -n 3 'why "ghosts" and animals?'
        footnote ask --format json march of nines
        footnote ask --batch questions.jsonl --format trec > run.txt
        footnote ask --link obsidian -n 1 bacterial code
        footnote show "$(footnote ask --pick bacterial)"
      """,
    aliases: ["search"])

  @Argument(help: "The question; several words need no quotation marks.")
  var question: [String] = []

  @Option(name: [.customShort("n"), .long], help: "Number of hits at most (default: 10).")
  var limit: Int?

  @Option(help: "What answers: both, words only, or meaning only.")
  var mode: SearchMode = .hybrid

  @OptionGroup(title: "Filters") var filters: FilterOptions

  @Option(help: ArgumentHelp("Number of hits of one document at most.", valueName: "number"))
  var perDocument: Int?

  @Option(help: "How the answer is written (default: text; json with --batch).")
  var format: AnswerFormat?

  @Flag(help: "Say why each hit stands where it stands.")
  var explain = false

  @Option(
    help: ArgumentHelp(
      "Show each passage whole, with so many lines around it (text, markdown).",
      valueName: "lines"))
  var context: Int?

  @Flag(help: "Open the first hit in $VISUAL or $EDITOR.")
  var open = false

  @Flag(help: "Choose among the hits in a list on the terminal, and refine the question there.")
  var pick = false

  @Option(
    help: ArgumentHelp(
      "Ask every line of a file, or of standard input (-): plain questions, or JSON with id and text.",
      valueName: "file"), completion: .file())
  var batch: String?

  @Option(
    help: ArgumentHelp(
      "Stop when the texts of the hits have about so many tokens together.", valueName: "tokens"))
  var budget: Int?

  @Flag(help: "Show nothing and exit with 1 where nothing seems to answer.")
  var strict = false

  @Flag(
    inversion: .prefixedNo,
    help: "Fold passages that repeat a better hit (default: on in text, markdown and files).")
  var fold: Bool?

  @OptionGroup var links: LinkOptions

  @OptionGroup(title: "Ranking") var fusion: FusionOptions
  @OptionGroup(title: "Freshness") var refresh: RefreshOptions
  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func validate() throws {
    if pick { try checkPick() }
    if !pick, question.isEmpty == (batch == nil) {
      throw ValidationError(
        batch == nil ? "there is no question" : "--batch takes the place of a question")
    }
    for (name, value) in [
      ("--limit", limit), ("--per-document", perDocument), ("--budget", budget),
    ] {
      if let value, value < 1 { throw ValidationError("\(name) takes a number from 1") }
    }
    if let context, context < 0 { throw ValidationError("--context takes a number from 0") }
    if let format, links.choice != nil, [.files, .trec].contains(format) {
      throw ValidationError("--link goes with text, markdown, json and jsonl, not with \(format)")
    }
    guard batch != nil else { return }
    if open { throw ValidationError("--open goes with one question, not with --batch") }
    if let format, ![.json, .jsonl, .trec].contains(format) {
      throw ValidationError("--batch answers in json, jsonl or trec, not in \(format)")
    }
  }

  private func checkPick() throws {
    let others: [(String, Bool)] = [
      ("--batch", batch != nil), ("--open", open), ("--format", format != nil),
      ("--explain", explain), ("--context", context != nil),
    ]
    for (name, isGiven) in others where isGiven {
      throw ValidationError("--pick shows a list; \(name) does not go with it")
    }
  }

  func run(in console: Console) throws -> ExitStatus {
    // Whether there is a terminal is known before anything is done.
    let screen = pick ? try FullScreen(environment: console.environment) : nil
    let group = try base.group(in: console)
    let request = AskRequest(self)
    if mode != .lexical { try base.requireNamedModel(of: group) }
    let asker = Asker(group: group, request: request, console: console)
    let refresher = Refresher(group: group, options: refresh, console: console)
    if let screen {
      try refresher.refresh()
      let session = try PickSession(
        screen, asker: asker, question: question.joined(separator: " "),
        mayUpdate: refresher.mayEncode)
      return try session.run()
    }
    if let batch { return try BatchRun(asker: asker, refresher: refresher).run(batch) }
    return try AskRun(asker: asker, refresher: refresher)
      .run(question.joined(separator: " "))
  }
}

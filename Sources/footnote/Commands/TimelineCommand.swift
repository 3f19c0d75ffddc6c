import ArgumentParser
import FootnoteKit
import TerminalOutput

/// `footnote timeline`: what happened when.
struct TimelineCommand: FootnoteCommand {
  /// How the timeline is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case html
  }

  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Show documents, or what answers a question, in the order of time.",
    discussion: """
      With a question: of raw sources the passages that match, at the date of their document; of wiki \
      pages the dated statements within such passages (a date in the sentence or at the beginning of \
      a row of a table, else that of the source that it cites). What says the same as a raw passage \
      is folded under it. A passage counts where its estimated relevance is at least --score.

      Without a question: all documents; a wiki page stands at the first day that it speaks of.

      --after and --before are compared with the dates shown, so that a page of today that speaks of \
      last year belongs to last year.

      EXAMPLE
        footnote timeline --layer raw --after 2025-10
        footnote timeline bacterial code
        footnote timeline --format html --out timeline.html "how agents improved"
        footnote timeline --format json -n 20 ghosts
      """)

  /// Entries that answer a question, where the user names no number.
  private static let defaultLimit = 40

  @Argument(help: "The question; several words need no quotation marks.")
  var question: [String] = []

  @Option(
    name: [.customShort("n"), .long],
    help: "Number of entries at most: the most relevant (default: 40), of documents the latest.")
  var limit: Int?

  @Option(
    help: ArgumentHelp("Least estimated relevance of a passage, 0 to 1.", valueName: "number"))
  var score = TimelineOptions.leastScore

  @Option(help: "How the timeline is written.")
  var format: Format = .text

  @OptionGroup var links: LinkOptions
  @OptionGroup var out: OutputFile
  @OptionGroup(title: "Filters") var filters: FilterOptions
  @OptionGroup(title: "Freshness") var refresh: RefreshOptions
  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1") }
    guard (0...1).contains(score) else {
      throw ValidationError("--score takes a number from 0 to 1")
    }
    if links.choice != nil, format == .html {
      throw ValidationError("--link goes with text and json, not with html")
    }
  }

  func run(in console: Console) throws -> ExitStatus {
    let group = try base.group(in: console)
    let refresher = Refresher(group: group, options: refresh, console: console)
    try refresher.refresh()
    if !question.isEmpty, refresher.mayEncode { _ = try refresher.encode() }
    let asked = question.isEmpty ? nil : question.joined(separator: " ")
    let request = TimelineRequest(
      question: asked, filter: filters.request,
      limit: limit ?? (asked == nil ? nil : Self.defaultLimit), leastScore: score)
    let timeline = try refresher.mending {
      // Documents are in their order without a model.
      try group.searcher(for: asked == nil ? .lexical : .hybrid).timeline(request)
    }
    for line in timeline.warnings { console.note(line) }
    for line in TimelineRemarks(timeline).lines { console.note(line) }
    guard !timeline.entries.isEmpty else {
      if format == .json { try out.write(json(timeline, group), of: group.sessions, in: console) }
      return .nothingFound
    }
    try out.write(text(of: timeline, group, console), of: group.sessions, in: console)
    return .found
  }

  private func json(_ timeline: Timeline, _ group: SessionGroup) throws -> String {
    try JSONLine.encode(TimelineJSON(timeline), links: links.explicit(for: group)) + "\n"
  }

  private func text(
    of timeline: Timeline, _ group: SessionGroup, _ console: Console
  ) throws -> String {
    switch format {
    case .json: return try json(timeline, group)
    case .html:
      let names = group.sessions.map(\.knowledgeBase.name)
      // Paths of several knowledge bases begin with names, which lead to no files.
      let documents = names.count == 1 ? out.links(to: group.sessions[0], in: console) : .none
      let name = names.joined(separator: ", ")
      return TimelinePage(timeline, name: name, links: documents).html
    case .text:
      let mark = links.mark(for: group, in: console, isFile: out.path != nil)
      return TimelineText(palette: mark.palette, width: console.width, citations: mark)
        .text(of: timeline)
    }
  }
}

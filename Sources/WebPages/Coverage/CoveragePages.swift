internal import FootnoteKit
internal import TerminalOutput

/// What the knowledge bases hold, and what in them is not as it should be.
struct CoveragePages {
  let templates: PageTemplates
  let names: [String]
  let graphs: GraphCache

  /// - Throws: As `GroupSearcher`; `CorpusError` where a knowledge base cannot be walked.
  func page(_ searcher: GroupSearcher, _ frame: PageFrameContext) throws -> PageAnswer {
    var frame = frame.titled("Coverage")
    frame.atCoverage = true
    let statuses = try searcher.group.sessions.map { ($0, try $0.index().status()) }
    let findings = CoverageFindings(
      statuses.map { CoverageFindings.Base(name: searcher.group.name(of: $0), status: $1) },
      graph: try graphs.graph(of: searcher))
    let documents = statuses.reduce(0) { $0 + $1.1.documents }
    let passages = statuses.reduce(0) { $0 + $1.1.passages }
    let context = CoverageContext(
      lead: "What \(names.joined(separator: " and ")) \(names.count == 1 ? "holds" : "hold"): "
        + "\(NumberText.counted(documents, "document")) in "
        + "\(NumberText.counted(passages, "passage")).",
      tables: CoverageTables(statuses.map(\.1.coverage)).all, findings: findings.all,
      facts: statuses.flatMap { Self.facts($1, of: $0) })
    return templates.answer("coverage", CoveragePageContext(page: frame, coverage: context))
  }

  private static func facts(_ status: IndexStatus, of session: Session) -> [CoverageContext.Fact] {
    let encoded = status.passages > 0 ? NumberText.percent(status.embedded) : "none"
    let facts = [
      ("Knowledge base", session.knowledgeBase.root),
      ("Index", "\(session.folder.path), \(NumberText.bytes(status.bytes))"),
      ("Encoder", status.model?.name ?? "none: answers go by words alone"),
      ("Encoded", encoded == "none" ? encoded : "\(encoded) of the passages"),
      ("Changed since", NumberText.counted(status.stale, "file")),
      (
        "Unresolved",
        NumberText.counted(status.unresolvedSources, "source") + ", "
          + NumberText.counted(status.unresolvedLinks, "link")
      ),
    ]
    return facts.map { CoverageContext.Fact(name: $0, text: $1.plainLine) }
  }
}

import ArgumentParser
import FootnoteKit

/// `footnote bench check`: finds judgements whose text has changed.
struct BenchCheckCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find judgements that no longer point at their text.",
    discussion: """
      Broken is a judgement whose file is gone, whose lines lie beyond the end, whose text has another \
      hash, or whose anchor is not in its lines. Text that has only moved is found again by its hash or \
      its anchor; --write enters where. Exit status 1 where something is broken and not mended.

      EXAMPLE
        footnote bench check judged.jsonl
        footnote bench check judged.jsonl --write --stamp
      """)

  @Argument(help: "Judged questions, JSON lines.", completion: .file())
  var file: String

  @Flag(help: "Write where moved text stands now into the file.")
  var write = false

  @Flag(help: "Add a hash to every judgement that has none, so that its text can be found again.")
  var stamp = false

  @Option(help: "How the findings are written.")
  var format: ReportFormat = .text

  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func run(in console: Console) throws -> ExitStatus {
    var queries = try BenchInput.judgedQueries(file)
    let checker = try JudgementChecker(base.session(in: console).knowledgeBase)
    let findings = checker.check(queries)
    if write { queries = JudgementChecker.mended(queries, by: findings) }
    var stamps = 0
    if stamp { (queries, stamps) = checker.stamped(queries) }
    let isMended = write && findings.contains { $0.isMoved }
    if isMended || stamps > 0 {
      try WholeFile.write(queries.map { $0.jsonLine + "\n" }.joined(), to: file)
    }
    let text = CheckText(findings: findings, isMended: write, stamps: stamps)
    switch format {
    case .json: try console.output.line(JSONLine.encode(JudgementFindingsJSON(findings)))
    case .text: try console.output.write(text.text(palette: console.palette))
    }
    let isSound = findings.allSatisfy { $0.state == .sound || (write && $0.isMoved) }
    return isSound ? .found : .nothingFound
  }
}

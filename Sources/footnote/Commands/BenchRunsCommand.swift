import ArgumentParser
import FootnoteKit
import Foundation

/// `footnote bench runs`: scores runs of any system.
struct BenchRunsCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "Score TREC runs of any system, and compare them with the first.",
    discussion: """
      With --judged the identifiers in the runs are citations of passages, PATH:FIRST-LAST or \
      PATH:FIRST-LAST#B0-B1, with white space percent-encoded, as ask --format trec writes them.

      EXAMPLE
        footnote bench runs --qrels qrels.txt run.txt other.txt
        footnote bench runs --judged judged.jsonl passages.run
      """)

  @Argument(help: "Runs: query Q0 document rank score tag.", completion: .file())
  var run: [String]

  @Option(
    help: ArgumentHelp("Judgements of documents, as TREC or BEIR writes them.", valueName: "file"),
    completion: .file())
  var qrels: String?

  @Option(
    help: ArgumentHelp("Judged passages of the knowledge base.", valueName: "file"),
    completion: .file())
  var judged: String?

  @Option(help: "How the result is written.")
  var format: ReportFormat = .text

  @Option(
    help: ArgumentHelp("Write a page with tables and plots.", valueName: "file.html"),
    completion: .file(extensions: ["html"]))
  var report: String?

  @OptionGroup(title: "Measures") var measures: MeasureOptions
  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func validate() throws {
    if run.isEmpty { throw ValidationError("name at least one run") }
    if (qrels == nil) == (judged == nil) {
      throw ValidationError("the runs are scored against --qrels or --judged, one of them")
    }
  }

  func run(in console: Console) throws -> ExitStatus {
    let scoring = RunScoring(
      try judgements(in: console), measures: measures.measures, sampling: measures.sampling)
    let result = try scoring.score(files: run)
    switch format {
    case .json: try console.output.line(JSONLine.encode(BenchJSON(result)))
    case .text:
      try console.output.write(BenchText(palette: console.palette).text(of: result))
    }
    if let report { try WholeFile.write(HTMLReport(report: result).html, to: report) }
    return .found
  }

  private func judgements(in console: Console) throws -> RunScoring.Judgements {
    if let qrels { return .documents(name: name(of: qrels), try RunScoring.qrels(file: qrels)) }
    guard let judged else { throw ValidationError("name judgements") }
    let queries = try BenchInput.judgedQueries(judged)
    return .passages(
      name: name(of: judged), queries, try base.session(in: console).knowledgeBase)
  }

  private func name(of path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }
}

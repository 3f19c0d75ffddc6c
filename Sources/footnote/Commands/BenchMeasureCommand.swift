import ArgumentParser
import FootnoteKit

/// `footnote bench INPUT…`: searches and scores.
struct BenchMeasureCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Ask every question of an input in every mode, and score what is found.",
    discussion: """
      A collection is written into a temporary knowledge base, indexed and removed again; with --keep \
      it stays, and is encoded only once. A judged range gives its grade to the first hit whose lines \
      overlap it.

      EXAMPLE
        footnote bench judged.jsonl
        footnote bench judged.jsonl --mode lexical --measure nDCG@10
        footnote bench judged.jsonl --format json > bench.json
        footnote bench judged.jsonl --baseline bench.json --fail-on-regression
      """)

  @Argument(
    help: "Folders of collections, and files of judged questions.", completion: .file())
  var input: [String]

  @Option(help: "Only this way of searching (repeatable; default: lexical, semantic, hybrid).")
  var mode: [SearchMode] = []

  @Option(help: ArgumentHelp("Judgements of a collection: qrels/NAME.tsv.", valueName: "name"))
  var qrels = "test"

  @Option(help: ArgumentHelp("Passages or documents to retrieve a question.", valueName: "number"))
  var depth = 100

  @Option(
    help: ArgumentHelp(
      "Questions that the knowledge base does not answer (repeatable): how many are refused.",
      valueName: "file"), completion: .file())
  var noAnswer: [String] = []

  @Option(help: "How the result is written: for people, or as JSON, one object an input.")
  var format: ReportFormat = .text

  @Option(
    help: ArgumentHelp(
      "Write what was retrieved as TREC runs: a folder, or a file for a single run.",
      valueName: "place"), completion: .file())
  var runOut: String?

  @Option(
    help: ArgumentHelp(
      "Write a page with tables and plots, or JSON where the file ends in .json (repeatable).",
      valueName: "file.html"),
    completion: .file(extensions: ["html", "json"]))
  var report: [String] = []

  @Option(
    help: ArgumentHelp("Keep collections, indexed, below this folder.", valueName: "folder"),
    completion: .directory)
  var keep: String?

  @OptionGroup(title: "Measures") var measures: MeasureOptions
  @OptionGroup(title: "Baseline") var baseline: BaselineOptions
  @OptionGroup(title: "Ranking") var fusion: FusionOptions
  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func validate() throws {
    if input.isEmpty { throw ValidationError("name a collection or a file of judged questions") }
    if depth < 1 { throw ValidationError("--depth takes a number from 1") }
  }

  func run(in console: Console) throws -> ExitStatus {
    try BenchCall(self, console: console).run()
  }
}

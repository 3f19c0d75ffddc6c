import ArgumentParser

/// `footnote bench`: retrieval quality. What it measures is `BenchMeasureCommand`, unless a subcommand is
/// named.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure retrieval quality.",
    discussion: """
      An INPUT is the folder of a test collection in the layout of BEIR (corpus.jsonl, queries.jsonl, \
      qrels/test.tsv), or a file of judged questions over the knowledge base, one JSON object a line: \
      {"id", "kind", "text", "relevant": [{"path", "lines": [first, last], "grade"}]}.

      footnote bench INPUT… takes the options of footnote bench measure; footnote bench measure --help \
      lists them.

      To make judged questions of your own: pool gathers passages for questions, judge asks you how \
      good each is, check finds judgements whose text has changed since.

      EXAMPLE
        footnote bench judged.jsonl
        footnote bench runs --qrels qrels.txt run.txt other.txt
        footnote bench pool questions.txt --out judging.jsonl
        footnote bench judge judging.jsonl
        footnote bench check judged.jsonl
      """,
    subcommands: [
      BenchMeasureCommand.self, BenchRunsCommand.self, BenchPoolCommand.self,
      BenchJudgeCommand.self, BenchCheckCommand.self,
    ],
    defaultSubcommand: BenchMeasureCommand.self)
}

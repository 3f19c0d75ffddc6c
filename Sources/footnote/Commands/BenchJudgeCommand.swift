import ArgumentParser
import FootnoteKit
import Foundation

/// `footnote bench judge`: a person grades passages.
struct BenchJudgeCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract: "Grade the passages of a judging file, one key each.",
    discussion: """
      Keys: 0 does not help, 1 answers in part, 2 answers alone, 3 answers as well as any could, \
      s skip, u take back, n next question, ? help, q quit. Every key is saved at once, and the next \
      call goes on where this one stopped. Keys may also come from a pipe.

      EXAMPLE
        footnote bench judge judging.jsonl
        footnote bench judge judging.jsonl --export judged.jsonl
        footnote bench judged.jsonl
      """)

  @Argument(help: "The judging file that bench pool wrote.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      "Ask nothing; write what is judged as judged questions, for bench.", valueName: "file"),
    completion: .file())
  var export: String?

  func run(in console: Console) throws -> ExitStatus {
    guard let export else {
      try JudgingSession(path: file, console: console).run()
      return .found
    }
    guard !Self.isSame(file, export) else {
      throw BenchError.unusable(
        path: export, reason: "it is the judging file itself; name another file for --export")
    }
    let judging = try JudgingFile(contentsOf: file)
    let queries = judging.judgedQueries
    guard !queries.isEmpty else {
      throw BenchError.unusable(path: file, reason: "no passage of it is judged yet")
    }
    try WholeFile.write(queries.map { $0.jsonLine + "\n" }.joined(), to: export)
    let open = judging.passages - judging.judged
    if open > 0 { console.note("\(open) passages are not judged; they count as not relevant") }
    return .found
  }

  /// Whether two paths name one file, also through links.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(left, &first) == 0, stat(right, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}

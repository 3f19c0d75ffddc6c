import ArgumentParser
import FootnoteKit
import Foundation

/// `footnote bench pool`: gathers passages to judge.
struct BenchPoolCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "pool",
    abstract: "Gather the passages that all modes find for questions, to be judged by a person.",
    discussion: """
      Passages stand in the order of their place in the knowledge base, which does not tell who found \
      them. Where the file is there already, its questions and grades stay, and what is new is added.

      EXAMPLE
        footnote bench pool questions.txt --out judging.jsonl
        footnote bench judge judging.jsonl
      """)

  @Argument(
    help: "Questions: plain lines, or JSON lines with id, kind and text.", completion: .file())
  var questions: String

  @Option(help: ArgumentHelp("The judging file.", valueName: "file"), completion: .file())
  var out: String

  @Option(name: [.customShort("n"), .long], help: "Passages of each mode.")
  var limit = 20

  @Option(help: "Only this way of searching (repeatable; default: lexical, semantic, hybrid).")
  var mode: [SearchMode] = []

  @OptionGroup(title: "Freshness") var refresh: RefreshOptions
  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1") }
  }

  func run(in console: Console) throws -> ExitStatus {
    let asked = try PoolQuestions.read(questions)
    var file =
      FileManager.default.fileExists(atPath: out)
      ? try JudgingFile(contentsOf: out) : JudgingFile()
    let before = file.passages
    let session = try base.session(in: console)
    let refresher = Refresher(group: SessionGroup([session]), options: refresh, console: console)
    try refresher.refresh()
    let modes = try modes(of: session, in: console)
    if modes.contains(where: { $0 != .lexical }), refresher.mayEncode {
      if try refresher.encode().wasInterrupted { throw ExitStatus.interrupted }
    }
    let pool = try PassagePool(session, modes: modes, depth: limit)
    file.merge(try asked.map { try pool.gather(for: $0) })
    try file.write(to: out)
    try console.output.write(PoolText.text(of: file, added: file.passages - before, path: out))
    return .found
  }

  private func modes(of session: Session, in console: Console) throws -> [SearchMode] {
    if !mode.isEmpty {
      if mode.contains(where: { $0 != .lexical }) { _ = try session.encoder() }
      return mode
    }
    do throws(EncoderError) {
      _ = try session.encoder()
      return [.lexical, .semantic, .hybrid]
    } catch {
      guard case .modelNotFound(let name, _) = error, base.model == nil else { throw error }
      console.note("no model: only words gather passages (\(name) is not installed)")
      return [.lexical]
    }
  }
}

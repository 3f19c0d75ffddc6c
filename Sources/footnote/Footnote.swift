import ArgumentParser
import FootnoteKit

/// The program: one subcommand a file, in `Commands/`.
@main
struct Footnote: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "footnote",
    abstract: "Ask your markdown notes, and get the passages that answer, with citations.",
    discussion: """
      Works on one machine, offline. The knowledge base is found from the current folder upwards, \
      like a git repository.

      Exit status: 0 found, 1 nothing found, 2 error.

      EXAMPLE
        footnote ask what is bacterial code
        footnote sources "cognitive core"
        footnote show raw/2025/7.6.md:1-7
      """,
    version: FootnoteVersion.current,
    subcommands: [
      AskCommand.self, SourcesCommand.self, ProvenanceCommand.self, RelatedCommand.self,
      ShowCommand.self, TimelineCommand.self, GraphCommand.self, AddCommand.self,
      IndexCommand.self, StatusCommand.self, BenchCommand.self, DoctorCommand.self,
      CatalogCommand.self, ServeCommand.self, MCPCommand.self,
      LogCommand.self,
      LintCommand.self,
      InitCommand.self,
    ])

  static func main() {
    Launcher.launch()
  }
}

import ArgumentParser
import FootnoteKit

/// `footnote mcp`: a server of the Model Context Protocol for programs that work with language models.
struct MCPCommand: FootnoteCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Serve a knowledge base to an agent over the Model Context Protocol.",
    discussion: """
      Reads messages from standard input and answers on standard output; whatever else is to be said goes to \
      standard error. Ends when the input does. Programs such as Claude Code, Cursor or VS Code start it by \
      themselves; they run in a folder of their own, so name the knowledge base with --root.

      An index that is not there is made while the first question waits; passages are encoded after that. \
      Changed files are read before each answer. The server that footnote serve starts offers the same at /mcp.

      EXAMPLE
        footnote mcp --root . < /dev/null
        claude mcp add notes -- footnote mcp --root ~/notes
      """)

  @Flag(name: .customLong("no-refresh"), help: "Answer from the index as it is.")
  var leavesIndex = false

  @OptionGroup(title: "Knowledge base") var base: KnowledgeBaseOptions

  func run(in console: Console) throws -> ExitStatus {
    let group = try base.group(in: console)
    try base.requireNamedModel(of: group)
    let server = StandardStreamServer(sessions: group.sessions, refreshes: !leavesIndex)
    try Waiting.run { try await server.run() }
    return .found
  }
}

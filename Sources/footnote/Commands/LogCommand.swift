import ArgumentParser

/// `footnote log`: the log of a wiki. What it prints is `LogListCommand`, unless a subcommand is named.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Read the wiki's log.md, or add to it.",
    discussion: """
      Entries are "## [YYYY-MM-DD] operation | subject" with list items below. Without a subcommand \
      it takes the options of its subcommand list.

      EXAMPLE
        footnote log -n 5
        footnote log --operation ingest --after 2025-06
        footnote log add ingest "Post of 6 July" --source raw/2025/7.6.md
      """,
    subcommands: [LogListCommand.self, LogAddCommand.self],
    defaultSubcommand: LogListCommand.self)
}

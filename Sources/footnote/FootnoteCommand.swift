import ArgumentParser

/// A subcommand that writes to a console and says how it ended.
protocol FootnoteCommand: ParsableCommand {
  func run(in console: Console) throws -> ExitStatus
}

extension FootnoteCommand {
  mutating func run() throws {
    let console = Console()
    let status: ExitStatus
    do {
      status = try run(in: console)
    } catch {
      // What was found before the error is shown; the error is what counts.
      try? console.output.flush()
      throw error
    }
    try console.output.flush()
    if status != .found { throw status }
  }
}

import FootnoteKit
import TerminalOutput

/// Entries of a log, for people: as they stand in it.
struct LogText {
  let palette: Palette
  /// Whether the text goes to a terminal, which files must not steer.
  let sanitizes: Bool

  func text(of entries: [LogEntry]) -> String {
    entries.map { entry in
      let heading = "## [\(entry.date)] \(entry.operation) | \(entry.subject)"
      return ([palette.title(shown(heading))] + entry.body.map(shown)).map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  private func shown(_ text: String) -> String { sanitizes ? text.plainLine : text }
}

/// Entries of a log, as `log --format json` prints them.
public struct LogJSON: Encodable, Sendable {
  struct EntryJSON: Encodable, Sendable {
    let date: String
    let operation: String
    let subject: String
    let lines: [Int]
    let notes: [String]

    init(_ entry: LogEntry) {
      date = entry.date.description
      operation = entry.operation
      subject = entry.subject
      lines = [entry.line, entry.lastLine]
      notes = entry.notes
    }
  }

  struct ProblemJSON: Encodable, Sendable {
    let line: Int
    let text: String
    let reason: String
  }

  let path: String
  let entries: [EntryJSON]
  let malformed: [ProblemJSON]

  /// - Parameter entries: Those that are printed, of all in `log`.
  public init(_ entries: [LogEntry], of log: Logbook, path: String) {
    self.path = path
    self.entries = entries.map(EntryJSON.init)
    malformed = log.problems.filter { !$0.isEntry }
      .map { ProblemJSON(line: $0.line, text: $0.text, reason: $0.reason) }
  }
}

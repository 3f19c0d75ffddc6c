/// Entries of a log, as `log --format json` prints them and as they are read back.
public struct LogJSON: Codable, Sendable, Hashable {
  /// One entry.
  public struct EntryJSON: Codable, Sendable, Hashable {
    /// Day of the entry.
    public var date: CalendarDate
    /// What was done, such as `ingest`.
    public var operation: String
    /// What it was done to.
    public var subject: String
    /// First and last line, from 1.
    public var lines: ClosedRange<Int>
    /// The bullet points.
    public var notes: [String]

    init(_ entry: LogEntry) {
      date = entry.date
      operation = entry.operation
      subject = entry.subject
      lines = entry.line...max(entry.line, entry.lastLine)
      notes = entry.notes
    }
  }

  /// A heading that is no entry.
  public struct ProblemJSON: Codable, Sendable, Hashable {
    /// Of the heading, from 1.
    public var line: Int
    /// The heading.
    public var text: String
    /// What is wrong with it.
    public var reason: String
  }

  /// Path of the log.
  public var path: String
  /// Those that were asked for.
  public var entries: [EntryJSON]
  /// Headings that are no entries.
  public var malformed: [ProblemJSON]

  /// - Parameters:
  ///   - log: The whole log.
  ///   - path: Of the log.
  ///   - entries: Those that are printed, of all in `log`.
  public init(_ entries: [LogEntry], of log: Logbook, path: String) {
    self.path = path
    self.entries = entries.map(EntryJSON.init)
    malformed = log.problems.filter { !$0.isEntry }
      .map { ProblemJSON(line: $0.line, text: $0.text, reason: $0.reason) }
  }
}

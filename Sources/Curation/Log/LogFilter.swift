public import Corpus

/// Which entries of a log count.
public struct LogFilter: Sendable, Hashable {
  /// Of these operations, upper and lower case alike; empty for any.
  public var operations: [String] = []
  /// Of this day or later.
  public var after: CalendarDate?
  /// From before this day.
  public var before: CalendarDate?
  /// Entries that name one of these pages; empty for any.
  public var pages: [String] = []
  /// Only the last so many of those.
  public var limit: Int?

  /// All entries.
  public init() {}

  /// The entries that fit, in the order of the log.
  public func entries(of log: Logbook) -> [LogEntry] {
    let wanted = Set(operations.map { $0.lowercased() })
    let fitting = log.entries.filter { entry in
      (wanted.isEmpty || wanted.contains(entry.operation.lowercased()))
        && (after.map { entry.date >= $0 } ?? true)
        && (before.map { entry.date < $0 } ?? true)
        && (pages.isEmpty || pages.contains { entry.names(page: $0) })
    }
    return limit.map { Array(fitting.suffix($0)) } ?? fitting
  }
}

public import Corpus

/// An entry of the log: `## [2026-04-15] ingest | Subject`, and what stands below it.
public struct LogEntry: Sendable, Hashable {
  /// Day of the entry.
  public let date: CalendarDate
  /// `ingest`, `synthesis`, `lint`, …
  public let operation: String
  /// What it was done to.
  public let subject: String
  /// Line of the heading, from 1.
  public let line: Int
  /// The last line that belongs to it and shows anything.
  public let lastLine: Int
  /// The lines below the heading, as they are written, blank ones at the ends left out.
  public let body: [String]

  /// The items of its lists, without their marks, nested ones too.
  public var notes: [String] {
    body.compactMap { line in
      let text = line.drop { $0 == " " || $0 == "\t" }
      guard let mark = text.first, "-*+".contains(mark), text.dropFirst().first == " " else {
        return nil
      }
      return String(text.dropFirst(2))
    }
  }

  /// Whether the entry names a page, by a link or by a path.
  /// - Parameter name: a file's name, with folders or without, upper and lower case and separators folded.
  public func names(page name: String) -> Bool {
    let wanted = LogReference.parts(of: name)
    guard !wanted.isEmpty else { return false }
    return ([subject] + body).contains { line in
      LogReference.all(in: line).contains {
        LogReference.parts(of: $0).suffix(wanted.count) == wanted[...]
      }
    }
  }
}

public import Corpus

/// An entry that is to be added to a log.
public struct LogDraft: Sendable, Hashable {
  /// Day of the entry.
  public var date: CalendarDate
  /// What was done, such as `ingest`.
  public var operation: String
  /// What it was done to.
  public var subject: String
  /// Paths of sources.
  public var sources: [String]
  /// Names of pages, as links name them.
  public var pages: [String]
  /// Further items.
  public var notes: [String]

  /// Checks the parts: each must stay on its line, and the operation must end before the bar.
  /// - Throws: `CurationError.logEntry`.
  public init(
    date: CalendarDate, operation: String, subject: String, sources: [String] = [],
    pages: [String] = [], notes: [String] = []
  ) throws(CurationError) {
    func part(_ text: String, _ name: String) throws(CurationError) -> String {
      if text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F })
        || text.contains(where: \.isNewline)
      {
        throw .logEntry(reason: "\(name) must be one line without control characters")
      }
      let text = TitleMaker.collapsed(text)
      guard !text.isEmpty else { throw .logEntry(reason: "\(name) is empty") }
      return text
    }
    self.date = date
    self.operation = try part(operation, "the operation")
    guard !self.operation.contains("|") else {
      throw .logEntry(reason: "the operation must be without |, which ends it")
    }
    self.subject = try part(subject, "the subject")
    self.sources = try sources.map { source throws(CurationError) in try part(source, "a source") }
    self.pages = try pages.map { page throws(CurationError) in try part(page, "a page") }
    self.notes = try notes.map { note throws(CurationError) in try part(note, "a note") }
    guard !(sources.isEmpty && pages.isEmpty && notes.isEmpty) else {
      throw .logEntry(
        reason: "it says nothing but its subject; name a --source, a --page or a --note")
    }
  }

  /// The lines of the entry.
  var lines: [String] {
    var lines = ["## [\(date)] \(operation) | \(subject)"]
    if !sources.isEmpty {
      let label = sources.count == 1 ? "Source" : "Sources"
      lines.append("- \(label): " + sources.joined(separator: ", "))
    }
    if !pages.isEmpty {
      let label = pages.count == 1 ? "Page" : "Pages"
      lines.append("- \(label): " + pages.map { "[[\($0)]]" }.joined(separator: ", "))
    }
    return lines + notes.map { "- \($0)" }
  }
}

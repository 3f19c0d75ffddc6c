internal import Corpus

/// The heading of an entry of the log.
struct LogHeading {
  let date: CalendarDate
  let operation: String
  let subject: String

  enum Reading {
    case entry(LogHeading)
    /// A heading that means to be one of an entry, or stands where one must be.
    case malformed(String)
    /// Another heading, such as the title.
    case other
  }

  static func isHeading(_ line: String) -> Bool {
    let marks = line.prefix { $0 == "#" }.count
    guard (1...6).contains(marks) else { return false }
    let next = line.dropFirst(marks).first
    return next == nil || next == " " || next == "\t" || next == "["
  }

  /// What a line that `isHeading` says.
  static func read(_ line: String) -> Reading {
    let marks = line.prefix { $0 == "#" }.count
    let rest = line.dropFirst(marks)
    let text = rest.drop { $0 == " " || $0 == "\t" }
    let looksDated = text.first == "[" && (text.dropFirst().first?.isNumber ?? false)
    guard marks == 2 else {
      return looksDated
        ? .malformed(
          "an entry begins with ##, and this with \(String(repeating: "#", count: marks))")
        : .other
    }
    guard text.first == "[", let close = text.firstIndex(of: "]") else {
      return .malformed("the heading does not begin with a date in brackets: \(form)")
    }
    if rest.first == "[" { return .malformed("there is no space behind ##") }
    let written = String(text[text.index(after: text.startIndex)..<close])
    guard let date = CalendarDate(parsing: written), date.description == written else {
      return .malformed("[\(written)] is not a date as 2026-04-15")
    }
    return parts(text[text.index(after: close)...], date: date)
  }

  /// What stands behind the date: `operation | subject`.
  private static func parts(_ text: Substring, date: CalendarDate) -> Reading {
    let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      .map { TitleMaker.collapsed(String($0)) }
    guard parts.count == 2, let operation = parts.first, let subject = parts.last else {
      return .malformed("there is no | between the operation and the subject: \(form)")
    }
    guard !operation.isEmpty else { return .malformed("there is no operation: \(form)") }
    guard !subject.isEmpty else { return .malformed("there is no subject: \(form)") }
    return .entry(LogHeading(date: date, operation: operation, subject: subject))
  }

  private static let form = "## [YYYY-MM-DD] operation | subject"
}

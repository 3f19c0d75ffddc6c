internal import Corpus

/// What a log says: its entries in the order of the file, and what could not be read.
public struct Logbook: Sendable, Hashable {
  /// In the order of the file.
  public private(set) var entries: [LogEntry] = []
  /// What could not be read, in the order of the file.
  public private(set) var problems: [LogProblem] = []
  /// The line of a code fence that is never closed: nothing behind it is an entry.
  public private(set) var openFence: Int?

  /// Reads the bytes of a log. Whatever stands above the first entry is its preamble.
  /// - Complexity: O(`bytes.count`).
  public init(_ bytes: [UInt8]) {
    let source = SourceText(bytes)
    let skipped = FrontMatter(source).lineCount
    let lines = stride(from: skipped + 1, through: source.lines.count, by: 1).map { line in
      (
        number: line,
        text: String(decoding: source.bytes[source.lines.content(of: line)], as: UTF8.self)
      )
    }
    var heading: (heading: LogHeading, line: Int)?
    var body: [(number: Int, text: String)] = []
    var fence: Character?
    for line in lines {
      let mark = Self.fence(line.text)
      if let mark, fence == nil || fence == mark {
        openFence = fence == nil ? line.number : nil
        fence = fence == nil ? mark : nil
      }
      let isHeading = fence == nil && mark == nil && LogHeading.isHeading(line.text)
      guard isHeading else {
        body.append(line)
        continue
      }
      close(heading, body)
      heading = read(line).map { ($0, line.number) }
      body = []
    }
    close(heading, body)
    if let openFence {
      problems.append(
        LogProblem(
          line: openFence, text: "", reason: "the code fence that begins here is never closed",
          isEntry: false))
    }
    checkOrder()
  }

  private static func fence(_ line: String) -> Character? {
    let text = line.drop { $0 == " " }
    guard let mark = text.first, mark == "`" || mark == "~",
      text.hasPrefix(String(repeating: mark, count: 3))
    else { return nil }
    return mark
  }

  private mutating func read(_ line: (number: Int, text: String)) -> LogHeading? {
    switch LogHeading.read(line.text) {
    case .entry(let heading): return heading
    case .other: return nil
    case .malformed(let reason):
      problems.append(
        LogProblem(line: line.number, text: line.text, reason: reason, isEntry: false))
      return nil
    }
  }

  private mutating func close(
    _ heading: (heading: LogHeading, line: Int)?, _ body: [(number: Int, text: String)]
  ) {
    guard let (heading, line) = heading else { return }
    let shows = { (line: (number: Int, text: String)) in line.text.contains { !$0.isWhitespace } }
    let shown = body.drop { !shows($0) }
    let last = shown.lastIndex(where: shows)
    let rows = last.map { Array(shown[...$0]) } ?? []
    entries.append(
      LogEntry(
        date: heading.date, operation: heading.operation, subject: heading.subject, line: line,
        lastLine: rows.last?.number ?? line, body: rows.map(\.text)))
    if rows.isEmpty {
      problems.append(
        LogProblem(
          line: line, text: heading.subject, reason: "the entry says nothing below its heading",
          isEntry: true))
    }
  }

  private mutating func checkOrder() {
    for (earlier, later) in zip(entries, entries.dropFirst()) where later.date < earlier.date {
      problems.append(
        LogProblem(
          line: later.line, text: later.subject,
          reason: "the entry is of \(later.date), but stands below one of \(earlier.date)",
          isEntry: true))
    }
    problems.sort { $0.line < $1.line }
  }
}

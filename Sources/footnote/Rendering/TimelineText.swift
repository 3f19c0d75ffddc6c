import FootnoteKit
import TerminalOutput

/// A timeline for people.
struct TimelineText {
  private static let indent = 12
  /// Lines of a passage or statement that are shown.
  private static let textLines = 3
  /// Statements rest on a few lines; more than these are counted.
  private static let mostSources = 3

  let palette: Palette
  let width: Int
  let citations: CitationMark

  private var room: Int { max(16, width - Self.indent) }
  private var margin: String { String(repeating: " ", count: Self.indent) }

  func text(of timeline: Timeline) -> String {
    var blocks: [[String]] = []
    for year in TimelineGroups(timeline.entries).years {
      blocks.append([palette.title("\(year.year)")])
      for month in year.months {
        if let number = month.month { blocks.append([palette.title(Self.months[number - 1])]) }
        if timeline.question == nil {
          blocks.append(month.entries.flatMap(document))
        } else {
          blocks += month.entries.map(entry)
        }
      }
    }
    if timeline.question == nil, !timeline.undated.isEmpty {
      blocks.append([palette.title("Without a date")] + timeline.undated.map(undated))
    }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private func undated(_ path: String) -> String {
    margin + citations.text(path: path)
  }

  /// The first day, and the last one below it.
  private func dates(of entry: TimelineEntry) -> [String] {
    switch entry.time.precision {
    case .day, .month, .year: return [entry.time.description]
    case .span:
      let ends = entry.time.description.split(separator: "/").map(String.init)
      return ends.count == 2 ? [ends[0], "–" + ends[1]] : ends
    }
  }

  /// The lines of an entry, with its dates before the first ones.
  private func beside(_ dates: [String], _ lines: [String]) -> [String] {
    let count = max(dates.count, lines.count)
    return (0..<count).map { index in
      let date = index < dates.count ? dates[index] : ""
      let line = index < lines.count ? lines[index] : ""
      return line.isEmpty ? date : date.padded(to: Self.indent) + line
    }
  }

  // MARK: Documents

  private func document(_ entry: TimelineEntry) -> [String] {
    let document = entry.document
    let type = document.type.plainLine.truncated(to: 16)
    let title = document.title.plainLine.truncated(to: max(8, room - type.displayWidth - 2))
    return beside(
      dates(of: entry),
      [
        palette.title(title) + "  " + palette.aside(type),
        citations.text(path: document.path),
      ] + citations.addresses(of: document.path))
  }

  // MARK: Answers

  private func entry(_ entry: TimelineEntry) -> [String] {
    var lines = [heading(of: entry)]
    let snippet = Snippet(width: room * Self.textLines)
    let text = StyledText(entry.text, marking: entry.highlights).withoutControls
    lines += LineWrapper(width: room).lines(of: snippet.choose(from: text))
      .prefix(Self.textLines + 1).map { $0.rendered(mark: palette.mark) }
    lines += FactLines(width: room).lines(of: [
      .init(
        entry.place, isWhole: true,
        style: citations.style(
          to: entry.document.path, line: entry.citation?.lines.lowerBound)),
      .init(entry.document.type.plainLine, style: palette.aside),
    ])
    lines += citations.addresses(
      of: entry.document.path, line: entry.citation?.lines.lowerBound)
    if let url = entry.url { lines.append(palette.aside(url.plainLine)) }
    lines += others(entry)
    return beside(dates(of: entry), lines)
  }

  private func heading(of entry: TimelineEntry) -> String {
    let full = entry.document.title.plainLine
    let title = full.truncated(to: room)
    let path = entry.headings.map(\.plainLine).filter { $0 != full && !$0.isEmpty }
    let rest = room - title.displayWidth
    guard !path.isEmpty, rest >= 8 else { return palette.title(title) }
    return palette.title(title)
      + palette.aside((" › " + path.joined(separator: " › ")).truncated(to: rest))
  }

  /// What a statement rests on, and what says the same. Citations are never broken.
  private func others(_ entry: TimelineEntry) -> [String] {
    var lines: [String] = []
    if !entry.sources.isEmpty { lines += list("from", entry.sources) }
    if !entry.duplicates.isEmpty {
      let count = entry.duplicates.count
      lines += list(
        count == 1 ? "1 more says the same:" : "\(count) more say the same:", entry.duplicates)
    }
    return lines
  }

  private func list(_ label: String, _ citations: [Citation]) -> [String] {
    let mark = self.citations
    let shown = citations.prefix(Self.mostSources)
    let rest = citations.count - shown.count
    var facts = [FactLines.Fact(label, style: palette.aside)]
    facts += shown.map { citation in
      .init(citation.description, isWhole: true) { [palette] _ in
        palette.aside(mark.linked(citation))
      }
    }
    if rest > 0 { facts.append(.init("and \(rest) more", style: palette.aside)) }
    return FactLines(width: room).lines(of: facts)
  }
}

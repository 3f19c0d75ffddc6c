import FootnoteKit
import TerminalOutput

/// The text of a citation, for people: one line that says what it is, then the text as it is in the file.
struct CitedTextView {
  let palette: Palette
  let width: Int
  let isTerminal: Bool
  let citations: CitationMark

  func text(of cited: CitedText) -> String {
    let lines = cited.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    var body = cited.before.map { palette.aside(shown($0)) }
    body += lines.map(shown)
    body += cited.after.map { palette.aside(shown($0)) }
    let heading = heading(of: cited)
    let isEmpty = cited.state == .gone && cited.text.isEmpty
    let text = isEmpty ? heading : heading + [""] + numbered(body, of: cited)
    return text.joined(separator: "\n") + "\n"
  }

  /// What a file holds must not steer a terminal; elsewhere it is handed on as it is.
  private func shown(_ line: String) -> String {
    isTerminal ? line.withoutControls : line
  }

  private func heading(of cited: CitedText) -> [String] {
    var facts = [
      FactLines.Fact(
        cited.citation.description, isWhole: true, style: citations.style(to: cited.citation))
    ]
    if let document = cited.document {
      facts.append(.init(document.title.plainLine))
      if let date = document.date { facts.append(.init(date.description)) }
    }
    switch cited.state {
    case .unchecked: break
    case .current: facts.append(.init("current", style: palette.good))
    case .moved(let place):
      let mark = citations
      let style = { @Sendable text in palette.warning(mark.linking([place], in: text)) }
      facts.append(.init("moved to \(place)", isWhole: true, style: style))
    case .gone:
      facts.append(
        .init(cited.reason.map { "gone: \($0)" } ?? "gone", style: palette.failure))
    }
    var place = cited.citation
    if case .moved(let new) = cited.state { place = new }
    return FactLines(width: width).lines(of: facts) + citations.addresses(of: place)
  }

  /// Numbers in front of the lines are for reading; in a pipe they would be in the way.
  private func numbered(_ lines: [String], of cited: CitedText) -> [String] {
    guard isTerminal else { return lines }
    let first = cited.lines.lowerBound - cited.before.count
    let width = String(first + lines.count).count
    return lines.enumerated().map { offset, line in
      let number = String(first + offset)
      return palette.aside(String(repeating: " ", count: width - number.count) + number + "  ")
        + line
    }
  }
}

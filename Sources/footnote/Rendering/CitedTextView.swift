import FootnoteKit
import TerminalOutput

/// The text of a citation, for people: one line that says what it is, then the text as it is in the file.
struct CitedTextView {
  let palette: Palette
  let isTerminal: Bool

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
    var facts: [String] = []
    if let document = cited.document {
      facts.append(document.title.plainLine)
      if let date = document.date { facts.append(date.description) }
    }
    switch cited.state {
    case .unchecked: break
    case .current: facts.append(palette.good("current"))
    case .moved(let place): facts.append(palette.warning("moved to \(place)"))
    case .gone:
      facts.append(palette.failure(cited.reason.map { "gone: \($0)" } ?? "gone"))
    }
    return [palette.citation(cited.citation.description) + "  " + facts.joined(separator: "  ")]
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

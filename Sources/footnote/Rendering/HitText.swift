import FootnoteKit
import TerminalOutput

/// A hit for people: title, citation, and the lines that show why it was found.
struct HitText {
  /// Lines of a passage that are shown, where it is not asked for whole.
  private static let snippetLines = 3
  private static let indent = 4

  let palette: Palette
  let width: Int
  var explains = false
  /// Lines around hits, by rank; a hit that is in it is shown whole.
  var surroundings: [Int: CitedText] = [:]
  let citations: CitationMark

  private var margin: String { String(repeating: " ", count: Self.indent) }
  private var room: Int { max(16, width - Self.indent) }

  func lines(of hit: Hit) -> [String] {
    var lines = [heading(of: hit)]
    lines += place(of: hit) + citations.addresses(of: hit.citation).map { margin + $0 }
    if let url = hit.url { lines.append(margin + palette.aside(url.plainLine)) }
    if explains { lines.append(margin + palette.aside(explanation(of: hit))) }
    lines += body(of: hit).map { margin + $0 }
    if !hit.duplicates.isEmpty { lines += repetitions(of: hit) }
    return lines
  }

  private func heading(of hit: Hit) -> String {
    let rank = "\(hit.rank)".padded(to: Self.indent - 1) + " "
    let full = hit.document.title.plainLine
    let title = full.truncated(to: room)
    let path = hit.headings.map(\.plainLine).filter { $0 != full && !$0.isEmpty }
    let rest = room - title.displayWidth
    guard !path.isEmpty, rest >= 8 else { return rank + palette.title(title) }
    let trail = (" › " + path.joined(separator: " › ")).truncated(to: rest)
    return rank + palette.title(title) + palette.aside(trail)
  }

  /// The citation stands alone on its line where the facts do not fit behind it: it is never cut.
  private func place(of hit: Hit) -> [String] {
    let citation = hit.citation.description
    var facts: [String] = []
    if let date = hit.document.date { facts.append(date.description) }
    facts.append(hit.document.type.plainLine)
    facts.append(NumberText.decimal(hit.score, places: 2))
    let aside = facts.joined(separator: "  ")
    if citation.displayWidth + 2 + aside.displayWidth <= room {
      return [margin + citations.text(hit.citation) + "  " + palette.aside(aside)]
    }
    return [margin + citations.text(hit.citation), margin + palette.aside(aside)]
  }

  private func explanation(of hit: Hit) -> String {
    let signals = hit.signals
    let parts = [
      ("fused", NumberText.decimal(signals.fused, places: 3)),
      ("words", signals.bm25.map { NumberText.decimal($0, places: 2) } ?? "-"),
      ("meaning", signals.cosine.map { NumberText.decimal($0, places: 3) } ?? "-"),
      ("tokens", signals.maxSim.map { NumberText.decimal($0, places: 3) } ?? "-"),
      ("coverage", NumberText.percent(signals.coverage)),
    ]
    let priors = signals.priors.map { "  " + $0.rawValue }.joined()
    return parts.map { "\($0.0) \($0.1)" }.joined(separator: "  ") + priors
  }

  // MARK: Text

  private func body(of hit: Hit) -> [String] {
    if let around = surroundings[hit.rank] { return whole(hit, around) }
    let snippet = Snippet(width: room * Self.snippetLines)
    let text = MarkdownReducer.reduce(StyledText(hit.text, marking: hit.highlights))
    // Wrapping loses up to a word's width on each line, so that one more line may be needed.
    return LineWrapper(width: room).lines(of: snippet.choose(from: text))
      .prefix(Self.snippetLines + 1).map { $0.rendered(mark: palette.mark) }
  }

  private func whole(_ hit: Hit, _ around: CitedText) -> [String] {
    let wrapper = LineWrapper(width: room)
    let aside = { (line: String) in wrapper.lines(of: line.withoutControls).map(palette.aside) }
    let text = StyledText(hit.text, marking: hit.highlights).withoutControls
    let lines = text.cells.split(omittingEmptySubsequences: false) { $0.character.isNewline }
    let body = lines.flatMap { line in
      let wrapped = wrapper.lines(of: StyledText(cells: Array(line)))
      return wrapped.isEmpty ? [""] : wrapped.map { $0.rendered(mark: palette.mark) }
    }
    return around.before.flatMap(aside) + body + around.after.flatMap(aside)
  }

  private func repetitions(of hit: Hit) -> [String] {
    let count = hit.duplicates.count
    let says = count == 1 ? "1 more that says the same:" : "\(count) more that say the same:"
    let list = RepetitionList.text(of: hit.duplicates.map(\.description))
    return LineWrapper(width: room).lines(of: "+\(says) \(list)").map {
      margin + palette.aside(citations.linking(hit.duplicates, in: $0))
    }
  }
}

import FootnoteKit
import TerminalOutput

/// The statements of a page with their sources, for people.
struct ProvenanceText {
  let palette: Palette
  let width: Int
  let citations: CitationMark

  /// - Parameter count: Number of statements that were looked at, of which some may not be shown.
  func text(of result: Provenance, line: Int?, count: Int) -> String {
    let without = result.statements.lazy.filter { !$0.isSupported }.count
    var blocks = [
      FactLines(width: width).lines(of: [
        .init(result.page.title.plainLine, style: palette.title),
        .init(
          result.page.path.plainLine, isWhole: true, style: citations.style(to: result.page.path)),
        .init(NumberText.counted(count, "statement"), style: palette.aside),
        .init(without == 0 ? "" : "\(without) without support", style: palette.warning),
      ])
    ]
    for statement in result.statements {
      blocks.append(lines(of: statement, page: result.page.path))
    }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func lines(of found: SupportedStatement, page: String) -> [String] {
    let citation = Citation(path: page, lines: found.statement.lines)
    let mark =
      found.isSupported
      ? NumberText.decimal(found.support, places: 2)
      : "no support (\(NumberText.decimal(found.support, places: 2)))"
    var lines = FactLines(width: width).lines(of: [
      .init(citation.description, isWhole: true, style: citations.style(to: citation)),
      .init(mark, style: found.isSupported ? palette.aside : palette.warning),
    ])
    lines += citations.addresses(of: citation)
    lines += LineWrapper(width: max(16, width - 2)).lines(of: found.statement.text.plainLine)
      .map { "  " + $0 }
    for place in found.broken {
      let shown = citations.linked(place)
      lines.append("    " + palette.warning("links to \(shown), which holds no text"))
    }
    for support in found.summaries { lines += self.lines(of: support, kind: "summary") }
    for support in found.sources { lines += self.lines(of: support, kind: "source") }
    return lines
  }

  private func lines(of support: Support, kind: String) -> [String] {
    let room = max(16, width - 6)
    let evidence = support.evidence.map(\.rawValue).joined(separator: ", ")
    let facts = FactLines(width: max(16, width - 4)).lines(of: [
      .init(
        support.hit.citation.description, isWhole: true,
        style: citations.style(to: support.hit.citation)),
      .init(support.hit.document.date?.description ?? "", style: palette.aside),
      .init("\(kind), \(evidence)", style: palette.aside),
      .init(NumberText.decimal(support.score, places: 2), style: palette.aside),
    ])
    let text = MarkdownReducer.reduce(
      StyledText(support.hit.text, marking: support.hit.highlights))
    let snippet = LineWrapper(width: room)
      .lines(of: Snippet(width: room * 2 - 8).choose(from: text)).prefix(2)
      .map { "      " + $0.rendered(mark: palette.mark) }
    return (facts + citations.addresses(of: support.hit.citation)).map { "    " + $0 } + snippet
  }
}

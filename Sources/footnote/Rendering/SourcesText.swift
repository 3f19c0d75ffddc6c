import FootnoteKit
import TerminalOutput

/// The sources for a concept, for people.
struct SourcesText {
  let palette: Palette
  let width: Int
  let citations: CitationMark

  func text(of result: ConceptSources) -> String {
    var blocks = [heading(of: result)]
    for (index, source) in result.sources.enumerated() {
      blocks.append(lines(of: source, number: index + 1))
    }
    if !result.unresolved.isEmpty { blocks.append(unresolved(result.unresolved)) }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func heading(of result: ConceptSources) -> [String] {
    let count = NumberText.counted(result.sources.count, "source")
    let facts = FactLines(width: width)
    var lines = facts.lines(of: [
      .init(result.concept.plainLine, style: palette.title), .init(count, style: palette.aside),
    ])
    if let page = result.page {
      lines.append(citations.text(path: page.path))
      lines += citations.addresses(of: page.path)
    } else {
      let remark = "no page of this name; the sources' own text decides"
      lines += facts.lines(of: [.init(remark, style: palette.aside)])
    }
    if !result.alternatives.isEmpty {
      let others = result.alternatives.map(\.plainLine).joined(separator: ", ")
      lines += LineWrapper(width: width).lines(of: "also fits: " + others).map(palette.aside)
    }
    return lines
  }

  private func lines(of source: ConceptSource, number: Int) -> [String] {
    let room = max(16, width - 4)
    let title = source.document.title.plainLine.truncated(to: room)
    let facts = FactLines(width: room).lines(of: [
      .init(
        source.document.path.plainLine, isWhole: true,
        style: citations.style(to: source.document.path)),
      .init(source.document.date?.description ?? "", style: palette.aside),
      .init(source.evidence.map(\.rawValue).joined(separator: ", "), style: palette.aside),
      .init(NumberText.decimal(source.score, places: 2), style: palette.aside),
    ])
    let lines =
      ["\(number)".padded(to: 3) + " " + palette.title(title)]
      + (facts + citations.addresses(of: source.document.path)).map { "    " + $0 }
    return lines + source.passages.flatMap(lines(of:))
  }

  /// A passage in two lines at most, below its citation.
  private func lines(of hit: Hit) -> [String] {
    let room = max(16, width - 8)
    let text = MarkdownReducer.reduce(StyledText(hit.text, marking: hit.highlights))
    let snippet = LineWrapper(width: room)
      .lines(of: Snippet(width: room * 2 - 8).choose(from: text)).prefix(2)
      .map { "        " + $0.rendered(mark: palette.mark) }
    let place = [citations.text(hit.citation)] + citations.addresses(of: hit.citation)
    return place.map { "      " + $0 } + snippet
  }

  private func unresolved(_ sources: [UnresolvedSource]) -> [String] {
    let count = sources.count
    let says = count == 1 ? "source leads" : "sources lead"
    let heading = "\(count) declared \(says) to no file, or to several:"
    var lines = FactLines(width: width).lines(of: [.init(heading, style: palette.warning)])
    let facts = FactLines(width: max(16, width - 4))
    for source in sources {
      let fits = source.candidates.map(\.plainLine).joined(separator: ", ")
      let note = fits.isEmpty ? "" : "could be \(fits)"
      lines += facts.lines(of: [
        .init(source.reference.plainLine), .init(note, style: palette.aside),
      ]).map { "    " + $0 }
    }
    return lines
  }
}

import FootnoteKit
import TerminalOutput

/// Neighbours of a page or passage, for people.
struct RelatedText {
  let palette: Palette
  let width: Int
  let citations: CitationMark

  func text(of result: RelatedDocuments) -> String {
    var blocks = [
      FactLines(width: width).lines(of: [
        .init(result.target.title.plainLine, style: palette.title),
        .init(
          result.target.path.plainLine, isWhole: true,
          style: citations.style(to: result.target.path)),
      ]) + citations.addresses(of: result.target.path)
    ]
    for (index, neighbour) in result.neighbours.enumerated() {
      blocks.append(lines(of: neighbour, number: index + 1))
    }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func lines(of neighbour: RelatedDocument, number: Int) -> [String] {
    let room = max(16, width - 4)
    let title = neighbour.document.title.plainLine.truncated(to: room)
    let path = neighbour.document.path
    let place = neighbour.citation.map(citations.text) ?? citations.text(path: path)
    let line = neighbour.citation?.lines.lowerBound
    let facts = FactLines(width: room).lines(of: [
      .init(neighbour.relations.map(Self.name).joined(separator: ", "), style: palette.aside),
      .init(NumberText.decimal(neighbour.score, places: 2), style: palette.aside),
    ])
    return ["\(number)".padded(to: 3) + " " + palette.title(title)]
      + ([place] + citations.addresses(of: path, line: line) + facts).map { "    " + $0 }
  }

  private static func name(_ relation: RelatedDocument.Relation) -> String {
    switch relation {
    case .linked: "linked from it"
    case .backlink: "links to it"
    case .sharedSource: "shares a source"
    case .similar: "close in meaning"
    }
  }
}

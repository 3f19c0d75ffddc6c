import FootnoteKit
import TerminalOutput

/// Neighbours of a page or passage, for people.
struct RelatedText {
  let palette: Palette
  let width: Int

  func text(of result: RelatedDocuments) -> String {
    let heading =
      palette.title(result.target.title.plainLine) + "  "
      + palette.citation(result.target.path.plainLine)
    var blocks = [[heading]]
    for (index, neighbour) in result.neighbours.enumerated() {
      blocks.append(lines(of: neighbour, number: index + 1))
    }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func lines(of neighbour: RelatedDocument, number: Int) -> [String] {
    let title = neighbour.document.title.plainLine.truncated(to: max(16, width - 4))
    let relations = neighbour.relations.map(Self.name).joined(separator: ", ")
    let score = NumberText.decimal(neighbour.score, places: 2)
    let place = neighbour.citation?.description ?? neighbour.document.path.plainLine
    return [
      "\(number)".padded(to: 3) + " " + palette.title(title),
      "    " + palette.citation(place), "    " + palette.aside("\(relations)  \(score)"),
    ]
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

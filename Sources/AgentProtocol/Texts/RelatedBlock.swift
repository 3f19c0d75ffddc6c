internal import FootnoteKit

/// Neighbours of a page or passage, for a model to read.
struct RelatedBlock {
  let result: RelatedDocuments

  var text: String {
    let quotation = Quotation(of: result.neighbours.map(\.document.title))
    var head = [
      quotation.notice,
      "\(result.neighbours.count) neighbours of \(result.target.path.oneLine)",
    ]
    head += result.warnings.map { "Note: \($0.oneLine)" }
    let lines = result.neighbours.enumerated().map { number, neighbour in
      let place = neighbour.citation?.description ?? neighbour.document.path.oneLine
      let facts = [place] + neighbour.relations.map(\.rawValue)
      return "[\(number + 1)] \(facts.joined(separator: ", ")), "
        + HitBlock.percent(neighbour.score) + "\n"
        + quotation.quoted(neighbour.document.title.oneLine)
    }
    return (head + lines).joined(separator: "\n")
  }
}

internal import FootnoteKit

/// The text of a citation, for a model to read.
struct CitedTextBlock {
  let cited: CitedText

  var text: String {
    let body = (cited.before + [cited.text] + cited.after).joined(separator: "\n")
    let title = cited.document.map { "\($0.title.oneLine) (\($0.type.oneLine))" } ?? ""
    let quotation = Quotation(of: [body, title])
    var facts = [cited.citation.description, cited.state.name]
    if case .moved(let place) = cited.state { facts.append("to \(place)") }
    if let reason = cited.reason { facts.append(reason) }
    if let date = cited.document?.date { facts.append(date.description) }
    let first = cited.lines.lowerBound - cited.before.count
    let last = cited.lines.upperBound + cited.after.count
    let lines = [
      quotation.notice, facts.joined(separator: ", "),
      "Lines \(first) to \(last) of the file.",
      quotation.quoted(title.isEmpty ? body : title + "\n" + body),
    ]
    return lines.joined(separator: "\n")
  }
}

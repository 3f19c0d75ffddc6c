internal import FootnoteKit

/// The sources for a concept, for a model to read.
struct SourcesText {
  let result: ConceptSources

  var text: String {
    let titles = result.sources.map { $0.document.title.oneLine }
    let blocks = result.sources.flatMap(\.passages).map { HitBlock(hit: $0).content }
    let declared = result.unresolved.map(\.reference.oneLine)
    let quotation = Quotation(of: titles + blocks + declared + [result.concept])
    var head = [quotation.notice]
    let count = result.sources.count
    head.append(
      "\(count) source\(count == 1 ? "" : "s") for \(quotation.quoted(result.concept.oneLine))")
    if let page = result.page { head.append("Its page: \(page.path.oneLine)") }
    if !result.alternatives.isEmpty {
      head.append("Other pages: \(result.alternatives.map(\.oneLine).joined(separator: ", "))")
    }
    if !declared.isEmpty {
      head.append("Declared, but no such file, or several:")
      head.append(quotation.quoted(declared.joined(separator: "\n")))
    }
    head += result.warnings.map { "Note: \($0.oneLine)" }
    let sources = result.sources.enumerated().map { number, source in
      block(of: source, number: number + 1, quotation)
    }
    return ([head.joined(separator: "\n")] + sources).joined(separator: "\n\n")
  }

  private func block(
    of source: ConceptSource, number: Int, _ quotation: Quotation
  ) -> String {
    var facts = [source.document.path.oneLine]
    if let date = source.document.date { facts.append(date.description) }
    facts += source.evidence.map(\.rawValue)
    facts.append(HitBlock.percent(source.score))
    var lines = ["[\(number)] " + facts.joined(separator: ", ")]
    if source.passages.isEmpty {
      lines.append(quotation.quoted(source.document.title.oneLine))
    }
    lines += source.passages.map { HitBlock(hit: $0).text(in: quotation) }
    return lines.joined(separator: "\n")
  }
}

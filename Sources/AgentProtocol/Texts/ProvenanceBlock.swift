internal import FootnoteKit

/// The statements of a page with their sources, for a model to read.
struct ProvenanceBlock {
  let result: Provenance
  /// Number of statements that were looked at, of which some may not be shown.
  let count: Int

  var text: String {
    let quotation = Quotation(of: result.statements.flatMap(texts(of:)))
    let without = result.statements.count { !$0.isSupported }
    var head = [
      quotation.notice,
      "\(count) statements of \(result.page.path.oneLine), \(without) without support",
    ]
    head += result.warnings.map { "Note: \($0.oneLine)" }
    let blocks = result.statements.map { block(of: $0, quotation) }
    return ([head.joined(separator: "\n")] + blocks).joined(separator: "\n\n")
  }

  private func texts(of found: SupportedStatement) -> [String] {
    [found.statement.text]
      + (found.sources + found.summaries).map { HitBlock(hit: $0.hit).content }
  }

  private func block(of found: SupportedStatement, _ quotation: Quotation) -> String {
    let citation = Citation(path: result.page.path, lines: found.statement.lines)
    let mark = found.isSupported ? "supported" : "no support"
    var lines = [
      "\(citation), \(mark) (\(HitBlock.percent(found.support)))",
      quotation.quoted(found.statement.text),
    ]
    lines += found.broken.map { "It links to \($0), which holds no text." }
    for (kind, supports) in [("Source", found.sources), ("Summary", found.summaries)] {
      for support in supports {
        let facts = support.evidence.map(\.rawValue) + [HitBlock.percent(support.score)]
        lines.append("\(kind): " + HitBlock(hit: support.hit).text(in: quotation, facts: facts))
      }
    }
    return lines.joined(separator: "\n")
  }
}

internal import FootnoteKit

/// The answer to a question, for a model to read.
struct AnswerText {
  let response: SearchResponse

  var text: String {
    let blocks = response.hits.map(HitBlock.init)
    let quotation = Quotation(of: blocks.map(\.content))
    var parts = remarks
    if response.hits.isEmpty { return parts.joined(separator: "\n") }
    parts.insert(quotation.notice, at: 0)
    let passages = blocks.map { block in
      "[\(block.hit.rank)] "
        + block.text(
          in: quotation, facts: ["relevance \(HitBlock.percent(block.hit.score))"])
    }
    return ([parts.joined(separator: "\n")] + passages).joined(separator: "\n\n")
  }

  /// What should be known beside the passages.
  private var remarks: [String] {
    var lines: [String] = []
    let index = response.index
    if response.hits.isEmpty {
      lines.append(
        "Nothing found in \(index.documents) documents. Try other words or fewer filters.")
    } else if !response.isLikelyAnswered {
      lines.append(
        "The knowledge base does not seem to answer this; these are the nearest passages.")
    } else {
      lines.append("Cite a passage by the citation in front of it.")
    }
    if !response.corrections.isEmpty {
      let words = response.corrections.sorted { $0.key < $1.key }
        .map { "\($0.value.oneLine) (not \($0.key.oneLine))" }
      lines.append("Results for \(words.joined(separator: ", ")).")
    }
    if response.mode != .lexical, index.embedded < 1 {
      lines.append("So far \(HitBlock.percent(index.embedded)) of the passages are encoded.")
    }
    if let stale = index.stale, stale > 0 {
      lines.append("\(stale) files have changed and are not read yet.")
    }
    return lines + response.warnings.map { "Note: \($0.oneLine)" }
  }
}

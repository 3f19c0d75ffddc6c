import FootnoteKit

/// An answer as a run that trec_eval reads: `qid Q0 citation rank score footnote`.
struct TRECLines {
  private let response: SearchResponse
  private let id: String
  private let isMerged: Bool

  /// - Parameter isMerged: Whether hits of several indexes were merged.
  init(_ response: SearchResponse, id: String, isMerged: Bool) {
    self.response = response
    self.id = id
    self.isMerged = isMerged
  }

  var lines: [String] {
    response.hits.map { hit in
      // Scores of several indexes cannot be compared; their order can.
      let score = isMerged ? 1 / Double(hit.rank) : hit.signals.fused
      return "\(field(id)) Q0 \(field(hit.citation.description)) \(hit.rank) \(score) footnote"
    }
  }

  /// Fields are separated by white space and lines by breaks, so that both are percent-encoded inside of
  /// them; an empty one is a hyphen.
  private func field(_ text: String) -> String {
    if text.isEmpty { return "-" }
    return PercentCoding.encode(text) { $0.properties.isWhitespace || PercentCoding.steers($0) }
  }
}

import FootnoteKit
import TerminalOutput

/// What should be known of an answer beside its hits.
struct AnswerRemarks {
  private let response: SearchResponse

  init(_ response: SearchResponse) {
    self.response = response
  }

  /// `results for bacterial (not bactreial)`; `nil` where no word was taken for another.
  var corrections: String? {
    if response.corrections.isEmpty { return nil }
    let words = response.corrections.sorted { $0.key < $1.key }
      .map { "\($0.value.plainLine) (not \($0.key.plainLine))" }
    return "results for " + words.joined(separator: ", ")
  }

  /// One line each, for standard error.
  var lines: [String] {
    var lines = [corrections].compactMap(\.self)
    if !response.isLikelyAnswered, !response.hits.isEmpty {
      lines.append(
        "the knowledge base does not seem to answer this; these are the nearest passages")
    }
    return lines
  }
}

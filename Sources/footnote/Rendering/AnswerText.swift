import FootnoteKit
import TerminalOutput

/// An answer for people.
struct AnswerText {
  private let response: SearchResponse
  private let hits: HitText
  private let explains: Bool

  init(_ response: SearchResponse, hits: HitText, explains: Bool) {
    self.response = response
    self.hits = hits
    self.explains = explains
  }

  /// Blocks with an empty line between them; the last line says what the answer comes from.
  var text: String {
    var blocks: [[String]] = []
    let remarks = remarks
    if !remarks.isEmpty { blocks.append(remarks) }
    blocks += response.hits.map(hits.lines(of:))
    blocks.append([hits.palette.aside(AnswerFooter(response).text.truncated(to: hits.width))])
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var remarks: [String] {
    let general = AnswerRemarks(response)
    var remarks: [String] = []
    if let corrections = general.corrections { remarks.append("Showing " + corrections) }
    if !response.isLikelyAnswered {
      remarks.append("The knowledge base does not seem to answer this; the nearest passages:")
    }
    if explains, !response.terms.isEmpty {
      remarks.append("Looked up: " + response.terms.map(\.plainLine).joined(separator: ", "))
    }
    let wrapper = LineWrapper(width: hits.width)
    return remarks.flatMap { wrapper.lines(of: $0) }.map(hits.palette.aside)
  }
}

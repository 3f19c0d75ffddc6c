import FootnoteKit
import TerminalOutput

/// What an answer comes from, in one line.
struct AnswerFooter {
  private let response: SearchResponse

  init(_ response: SearchResponse) {
    self.response = response
  }

  var text: String {
    let index = response.index
    var parts = [
      NumberText.counted(index.documents, "document"),
      NumberText.counted(index.passages, "passage"),
    ]
    if response.mode == .lexical { parts.append("by words alone") }
    if index.embedded < 1 { parts.append("\(NumberText.percent(index.embedded)) embedded") }
    if let stale = index.stale, stale > 0 { parts.append("\(NumberText.grouped(stale)) stale") }
    parts.append(NumberText.duration(response.milliseconds / 1000))
    return parts.joined(separator: ", ")
  }
}

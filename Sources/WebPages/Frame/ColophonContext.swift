internal import FootnoteKit
internal import TerminalOutput

/// The line at the foot of every page: what its answers come from.
struct ColophonContext: Sendable {
  var text: String
  /// The encoder.
  var model: String?
  /// What is not up to date.
  var state: String?

  /// Of knowledge bases that cannot be asked now.
  init(names: [String]) {
    text = names.joined(separator: ", ") + "."
  }

  /// - Parameter stale: Number of files that have changed and are not read yet.
  init(names: [String], summary: IndexSummary, stale: Int) {
    let documents = NumberText.counted(summary.documents, "document")
    let passages = NumberText.counted(summary.passages, "passage")
    text = "\(names.joined(separator: ", ")): \(documents), \(passages)."
    model = summary.model
    var sentences: [String] = []
    if model != nil, summary.passages > 0, summary.embedded < 1 {
      let share = NumberText.percent(summary.embedded)
      sentences.append("\(share) of the passages are encoded so far.")
    }
    if stale > 0 { sentences.append("\(NumberText.counted(stale, "file")) changed since.") }
    state = sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}

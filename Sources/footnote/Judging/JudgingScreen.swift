import FootnoteKit
import TerminalOutput

/// What a person sees of a passage that waits for a grade.
struct JudgingScreen {
  private static let margin = "  "

  let palette: Palette
  let width: Int

  /// Question, citation, the passage wrapped, and how far the work is.
  func text(of walk: JudgingWalk, at place: JudgingWalk.Place) -> String {
    let question = walk.question(at: place)
    let passage = walk.passage(at: place)
    let wrapper = LineWrapper(width: max(16, width - Self.margin.count))
    var lines = LineWrapper(width: width).lines(of: question.text.plainLine).map(palette.title)
    lines.append("")
    let heading = passage.place.map(\.plainLine).filter { !$0.isEmpty }.joined(separator: " › ")
    lines += wrapper.lines(of: heading).map { Self.margin + palette.aside($0) }
    lines.append(Self.margin + palette.citation(passage.citation.description))
    lines.append("")
    for line in passage.text.withoutControls.split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      let wrapped = wrapper.lines(of: String(line))
      lines += wrapped.isEmpty ? [""] : wrapped.map { Self.margin + $0 }
    }
    lines += ["", palette.aside(progress(walk, at: place)), palette.aside(Self.keys)]
    return lines.joined(separator: "\n") + "\n"
  }

  func help() -> String {
    JudgingKey.explanations.map { Self.margin + palette.aside($0) }.joined(separator: "\n") + "\n"
  }

  /// What is done, at the end.
  func summary(of file: JudgingFile) -> String {
    let done = NumberText.grouped(file.judged)
    let all = NumberText.counted(file.passages, "passage")
    return "\(done) of \(all) judged, \(NumberText.counted(file.questions.count, "question"))\n"
  }

  private static let keys = "0 1 2 3 grade  s skip  u undo  n next question  ? help  q quit"

  private func progress(_ walk: JudgingWalk, at place: JudgingWalk.Place) -> String {
    let file = walk.file
    let questions = "question \(place.question + 1) of \(file.questions.count)"
    let passages = "passage \(place.passage + 1) of \(walk.question(at: place).passages.count)"
    return "\(questions), \(passages); \(file.judged) of \(file.passages) judged"
  }
}

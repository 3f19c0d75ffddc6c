import FootnoteKit
import TerminalOutput

/// What a verification found, for people.
struct VerificationText {
  let palette: Palette

  func text(of report: VerificationReport) -> String {
    let vectors = NumberText.counted(report.vectors, "vector")
    let passages =
      "\(NumberText.grouped(report.verified)) of \(NumberText.counted(report.passages, "passage"))"
    if report.isSound {
      return palette.good("verified") + ": \(passages) and \(vectors) hold\n"
    }
    let count = NumberText.counted(report.problems.count, "problem")
    let lines = [palette.failure(count) + ": \(passages) hold"]
    return (lines + report.problems.map { "  " + $0.plainLine }).joined(separator: "\n") + "\n"
  }
}

import FootnoteKit
import TerminalOutput

/// What a check of judgements found, for people: one line each, and a summary.
struct CheckText {
  let findings: [JudgementFinding]
  /// Whether moved text was entered in the file.
  let isMended: Bool
  /// Number of hashes that were added.
  let stamps: Int

  func text(palette: Palette) -> String {
    let lines = findings.filter { $0.state != .sound }.map { line($0, palette) }
    return (lines + [summary]).joined(separator: "\n") + "\n"
  }

  private func line(_ finding: JudgementFinding, _ palette: Palette) -> String {
    let place = palette.citation(finding.range.citation.description.plainLine)
    let outcome =
      switch finding.state {
      case .sound: palette.good("sound")
      case .broken: palette.failure("broken")
      case .moved(let range):
        palette.warning(
          isMended ? "now \(range.citation)" : "moved to \(range.citation) (--write enters it)")
      }
    return "\(finding.query.plainLine)  \(place)  \(finding.reason): \(outcome)"
  }

  private var summary: String {
    let moved = findings.count { $0.isMoved }
    let broken = findings.count { $0.state == .broken }
    var parts = [
      NumberText.counted(findings.count, "judgement"), "\(findings.count - moved - broken) sound",
    ]
    if moved > 0 { parts.append("\(moved) \(isMended ? "mended" : "moved")") }
    if broken > 0 { parts.append("\(broken) broken") }
    if stamps > 0 { parts.append("\(NumberText.counted(stamps, "hash", "hashes")) added") }
    return parts.joined(separator: ", ")
  }
}

import FootnoteKit
import TerminalOutput

/// What `init` made, and what to do next, for people.
struct ScaffoldAccount {
  let palette: Palette
  let hasWiki: Bool

  func text(of report: ScaffoldReport, isHere: Bool) -> String {
    var lines = [palette.title(report.root.plainLine)]
    lines += report.made.map { "  made  \($0.plainLine)" }
    lines += report.kept.map { palette.aside("  kept  \($0.plainLine)") }
    if report.made.isEmpty { lines.append("Nothing was missing.") }
    lines += ["", "Next:"]
    if !isHere { lines.append("  cd \(report.root.plainLine)") }
    if hasWiki {
      lines.append("  put sources into raw/, and write pages as CLAUDE.md says")
    } else {
      lines.append("  put notes into this folder")
    }
    lines.append("  footnote ask \"a question\"")
    if hasWiki { lines.append("  footnote lint") }
    return lines.map { $0 + "\n" }.joined()
  }
}

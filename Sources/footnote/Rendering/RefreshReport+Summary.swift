import FootnoteKit
import TerminalOutput

extension RefreshReport {
  /// What changed: `3 added, 1 changed`; for people.
  var summary: String {
    let parts = [(added.count, "added"), (updated.count, "changed"), (removed.count, "removed")]
      .filter { $0.0 > 0 }.map { "\(NumberText.grouped($0.0)) \($0.1)" }
    return parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")
  }
}

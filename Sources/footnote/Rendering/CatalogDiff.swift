import FootnoteKit
import TerminalOutput

/// In what an index differs from the pages, as a diff for people.
struct CatalogDiff {
  let palette: Palette
  /// Whether the text goes to a terminal, which files must not steer.
  let sanitizes: Bool

  func text(of plan: CatalogPlan, isWritten: Bool) -> String {
    var lines: [String] = []
    if !plan.changes.isEmpty {
      lines += ["--- \(plan.path)", "+++ \(plan.path)"].map { palette.aside(shown($0)) }
    }
    for change in plan.changes {
      let place = change.line.map { "line \($0), " } ?? ""
      let section = change.section.isEmpty ? "" : "\(change.section): "
      lines.append(palette.citation(shown("@@ \(place)\(section)\(change.reason) @@")))
      lines += change.old.map { ["-" + shown($0)] } ?? []
      lines += change.new.map { ["+" + shown($0)] } ?? []
    }
    lines.append(summary(of: plan, isWritten: isWritten))
    return lines.map { $0 + "\n" }.joined()
  }

  private func shown(_ text: String) -> String { sanitizes ? text.plainLine : text }

  private func summary(of plan: CatalogPlan, isWritten: Bool) -> String {
    let count = { (kind: CatalogChange.Kind) in plan.changes.count { $0.kind == kind } }
    let parts = [
      (count(.missing), "without a row", "page"), (count(.dead), "without a page", "row"),
      (count(.misplaced), "in another section", "row"), (count(.differs), "that differ", "row"),
    ].filter { $0.0 > 0 }.map { NumberText.counted($0.0, $0.2) + " " + $0.1 }
    let state = isWritten ? "; written" : ""
    let pages = NumberText.counted(plan.pages, "page")
    let differences = parts.isEmpty ? "up to date" : parts.joined(separator: ", ")
    return shown("\(plan.path): \(pages), \(differences)\(state)")
  }
}

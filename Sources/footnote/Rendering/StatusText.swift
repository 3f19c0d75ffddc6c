import FootnoteKit
import TerminalOutput

/// What an index holds, for people.
struct StatusText {
  private static let labelWidth = 16
  /// Skipped files and issues that are listed; the rest is counted.
  private static let longestList = 20

  let palette: Palette
  let width: Int

  func text(of status: IndexStatus, of session: Session) -> String {
    let base = session.knowledgeBase
    var lines = row("knowledge base", "\(base.name.plainLine), \(base.root.plainLine)")
    lines += row("index", "\(session.folder.path.plainLine), \(NumberText.bytes(status.bytes))")
    lines += row("documents", NumberText.grouped(status.documents))
    lines += row("  by layer", counts(status.layers))
    lines += row("passages", NumberText.grouped(status.passages))
    lines += row("  embedded", embedded(status))
    lines += row("stale files", stale(status))
    lines += row(
      "unresolved",
      NumberText.counted(status.unresolvedSources, "source") + ", "
        + NumberText.counted(status.unresolvedLinks, "link"))
    lines += list("skipped files", status.skipped.map { "\($0.path): \($0.reason)" })
    lines += list("issues", status.issues)
    lines.append("")
    lines += CoverageText(palette: palette, width: width).lines(of: status.coverage)
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ label: String, _ value: String) -> [String] {
    let margin = String(repeating: " ", count: Self.labelWidth)
    let wrapper = LineWrapper(width: max(16, width - Self.labelWidth))
    let lines = wrapper.lines(of: value.isEmpty ? "none" : value)
    return lines.enumerated().map { index, line in
      (index == 0 ? palette.aside(label.padded(to: Self.labelWidth)) : margin) + line
    }
  }

  private func counts(_ counts: [String: Int]) -> String {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key.plainLine) \(NumberText.grouped($0.value))" }.joined(separator: ", ")
  }

  private func embedded(_ status: IndexStatus) -> String {
    guard let model = status.model else { return "none, no model was used" }
    return "\(NumberText.percent(status.embedded)), \(model.name)"
  }

  private func stale(_ status: IndexStatus) -> String {
    status.stale == 0
      ? "none" : NumberText.grouped(status.stale) + " (footnote index brings them up to date)"
  }

  private func list(_ label: String, _ items: [String]) -> [String] {
    var lines = row(label, items.isEmpty ? "none" : NumberText.grouped(items.count))
    lines += items.prefix(Self.longestList).map { "  " + $0.plainLine }
    if items.count > Self.longestList {
      lines.append("  and \(items.count - Self.longestList) more (--format json has all)")
    }
    return lines
  }
}

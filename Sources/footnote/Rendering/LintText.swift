import FootnoteKit
import TerminalOutput

/// Findings for people, one a line as compilers write them, and below each what to do.
struct LintText {
  let palette: Palette
  /// Whether the text goes to a terminal, which files must not steer.
  let sanitizes: Bool

  func text(of findings: [LintFinding], files: Int) -> String {
    let lines = findings.flatMap { finding in
      let place = place(finding.path, finding.line)
      let severity =
        finding.severity == .error
        ? palette.title(finding.severity.rawValue) : finding.severity.rawValue
      return [
        "\(palette.citation(place)): \(severity): \(shown(finding.message)) "
          + palette.aside("[\(finding.rule.rawValue)]"),
        "    " + shown(finding.fix),
      ]
    }
    return (lines + [summary(of: findings, files: files)]).map { $0 + "\n" }.joined()
  }

  private func summary(of findings: [LintFinding], files: Int) -> String {
    let counts = LintSeverity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      guard count > 0 else { return nil }
      return severity == .info
        ? NumberText.counted(count, "remark") : NumberText.counted(count, severity.rawValue)
    }
    let found = counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
    return "\(NumberText.counted(files, "file")), \(found)"
  }

  /// What is mended, as a diff.
  func text(of fixes: [LintFix], isDry: Bool) -> String {
    guard !fixes.isEmpty else { return "" }
    let lines = fixes.flatMap { fix in
      [palette.citation(shown("@@ \(place(fix.path, fix.line)): \(fix.rule.rawValue) @@"))]
        + rows(fix.old, "-") + rows(fix.new, "+")
    }
    let verb = isDry ? "would be mended" : "mended"
    let summary = "\(NumberText.counted(fixes.count, "place")) \(verb)"
    return (lines + [summary, ""]).map { $0 + "\n" }.joined()
  }

  private func rows(_ text: String, _ mark: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { mark + shown(String($0)) }
  }

  private func place(_ path: String, _ line: Int?) -> String {
    shown(line.map { "\(path):\($0)" } ?? path)
  }

  private func shown(_ text: String) -> String { sanitizes ? text.plainLine : text }
}

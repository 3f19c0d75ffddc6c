import FootnoteKit
import TerminalOutput

/// What `doctor` found, one line a check and one below it that says how to mend it.
struct DoctorText {
  private static let margin = String(repeating: " ", count: 22)

  let palette: Palette
  let width: Int

  func text(of report: DoctorReport) -> String {
    report.checks.flatMap(lines(of:)).joined(separator: "\n") + "\n"
  }

  private func lines(of check: DoctorCheck) -> [String] {
    let wrapper = LineWrapper(width: max(16, width - Self.margin.count))
    let label = state(check.state) + "  " + check.name.padded(to: 16)
    var lines = wrapper.lines(of: check.message.plainLine).enumerated().map { index, line in
      (index == 0 ? label : Self.margin) + line
    }
    if let remedy = check.remedy {
      lines += wrapper.lines(of: "→ " + remedy.plainLine).map { Self.margin + palette.aside($0) }
    }
    return lines
  }

  private func state(_ state: DoctorCheck.State) -> String {
    let word = state.rawValue.padded(to: 4)
    return switch state {
    case .ok: palette.good(word)
    case .warn: palette.warning(word)
    case .fail: palette.failure(word)
    }
  }
}

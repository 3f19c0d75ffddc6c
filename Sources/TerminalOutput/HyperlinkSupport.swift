/// Whether a terminal shows hyperlinks (OSC 8), as far as the environment tells.
///
/// There is nothing to ask a terminal, so that only those are taken that are known to show them, by the
/// rules of the packages `supports-hyperlinks` of npm and of crates.io. Others would ignore the sequences,
/// but a few print them.
package struct HyperlinkSupport: Sendable {
  private let environment: [String: String]

  package init(environment: [String: String]) {
    self.environment = environment
  }

  /// `FORCE_HYPERLINK` decides (`0` is no, anything else yes, also where the output is no terminal), then
  /// `NO_HYPERLINK`, then what is known of the terminal. Who wants no colours gets no links either.
  package func isShown(onTerminal isTerminal: Bool) -> Bool {
    if let forced = value("FORCE_HYPERLINK") { return Int(forced) != 0 }
    guard isTerminal, value("NO_HYPERLINK") == nil, value("NO_COLOR") == nil else { return false }
    return isKnown
  }

  private func value(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Names of `TERM` whose terminals have shown links in every version that is still about.
  private static let terminals: Set<String> = [
    "alacritty", "alacritty-direct", "contour", "foot", "foot-extra", "ghostty", "wezterm",
    "xterm-ghostty", "xterm-kitty",
  ]

  private var isKnown: Bool {
    let terminal = value("TERM") ?? "dumb"
    if terminal == "dumb" || terminal == "linux" { return false }
    let program = value("TERM_PROGRAM")
    // What a multiplexer hands on is its own affair, whatever it runs in; variables of that are still set.
    let isMultiplexer = ["tmux", "screen"].contains(where: terminal.hasPrefix)
    if isMultiplexer || value("TMUX") != nil || value("STY") != nil {
      return program == "tmux" && version.isAtLeast(3, 4)
    }
    if let program, let isKnown = isKnown(program) { return isKnown }
    if let number = value("VTE_VERSION").flatMap({ Int($0) }) {
      // 0.50.0 ends at the first link.
      return number > 5000
    }
    if let number = value("KONSOLE_VERSION").flatMap({ Int($0) }) { return number >= 201_200 }
    let marks = ["WT_SESSION", "KITTY_WINDOW_ID", "DOMTERM", "WEZTERM_PANE"]
    return marks.contains { value($0) != nil } || Self.terminals.contains(terminal)
  }

  /// `nil` for programs that nothing is known of.
  private func isKnown(_ program: String) -> Bool? {
    switch program {
    case "iTerm.app": version.isAtLeast(3, 1)
    // Versions are dates.
    case "WezTerm": version.isAtLeast(20_200_620)
    case "vscode": version.isAtLeast(1, 72) || value("CURSOR_TRACE_ID") != nil
    case "ghostty", "zed", "rio", "mintty", "Hyper": true
    case "Apple_Terminal": false
    default: nil
    }
  }

  private var version: Version {
    Version(value("TERM_PROGRAM_VERSION") ?? "")
  }

  /// The first two numbers of a version: `3.4a`, `20240203-110809`.
  private struct Version {
    let major: Int
    let minor: Int

    init(_ text: String) {
      let parts = text.split(separator: ".").map { Int($0.prefix(while: \.isNumber)) ?? 0 }
      major = parts.first ?? 0
      minor = parts.dropFirst().first ?? 0
    }

    func isAtLeast(_ major: Int, _ minor: Int = 0) -> Bool {
      (self.major, self.minor) >= (major, minor)
    }
  }
}

import TerminalOutput
import Testing

/// Links of a terminal: what they look like, and who gets them.
struct HyperlinkTests {
  private static let address = "vscode://file/a%20b.md:3:1"

  @Test func aLinkSurroundsItsText() {
    #expect(
      Hyperlink.text("a b.md:3", to: Self.address)
        == "\u{1B}]8;;vscode://file/a%20b.md:3:1\u{1B}\\a b.md:3\u{1B}]8;;\u{1B}\\")
    #expect(Hyperlink.text("", to: Self.address).isEmpty)
  }

  @Test(arguments: ["", "a\u{1B}\\b", "a\u{07}b", "a\nb", "a b", "ä", "a\u{9C}b", "a\u{7F}"])
  func whatCouldEndTheSequenceIsNoAddress(_ address: String) {
    #expect(Hyperlink.text("shown", to: address) == "shown")
  }

  @Test func whatTerminalsIgnoreForItsLengthIsNoAddress() {
    let longest = "file:///" + String(repeating: "a", count: 2083 - 8)
    #expect(Hyperlink.text("a", to: longest) != "a")
    #expect(Hyperlink.text("a", to: longest + "a") == "a")
  }

  @Test func linksTakeNoColumnsOfAFact() {
    let facts = [
      FactLines.Fact("12345678", isWhole: true) { Hyperlink.text($0, to: Self.address) },
      FactLines.Fact("abcdefgh"),
    ]
    #expect(FactLines(width: 18).lines(of: facts).count == 1)
    #expect(FactLines(width: 17).lines(of: facts).count == 2)
  }

  // MARK: Who gets them

  // swift-format-ignore
  @Test(arguments: [
    (["TERM": "xterm-256color", "VTE_VERSION": "6003"], true),
    (["TERM": "xterm-256color", "VTE_VERSION": "5001"], true),
    // 0.50.0 crashes at a link.
    (["TERM": "xterm-256color", "VTE_VERSION": "5000"], false),
    (["TERM": "xterm-256color", "VTE_VERSION": "4205"], false),
    (["TERM": "xterm-256color", "VTE_VERSION": "new"], false),
    (["TERM": "xterm-256color", "WT_SESSION": "1"], true),
    (["TERM": "xterm-256color", "KONSOLE_VERSION": "220401"], true),
    (["TERM": "xterm-256color", "KONSOLE_VERSION": "180401"], false),
    (["TERM": "xterm-kitty"], true),
    (["TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"], true),
    (["TERM": "alacritty"], true),
    (["TERM": "foot"], true),
    (["TERM": "xterm-256color"], false),
    (["TERM": "xterm"], false),
    (["TERM": "linux"], false),
    (["TERM": "dumb", "VTE_VERSION": "6003"], false),
    (["VTE_VERSION": "6003"], false),
    (["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.4.19"], true),
    (["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.0.15"], false),
    (["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"], false),
    (["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm", "TERM_PROGRAM_VERSION": "20240203-110809-5046fc22"], true),
    (["TERM": "xterm-256color", "TERM_PROGRAM": "vscode", "TERM_PROGRAM_VERSION": "1.90.0"], true),
    (["TERM": "xterm-256color", "TERM_PROGRAM": "vscode", "TERM_PROGRAM_VERSION": "1.71.2"], false),
    (["TERM": "xterm-256color", "TERM_PROGRAM": "ghostty"], true),
    (["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"], false),
    // In a multiplexer only its own version counts.
    (["TERM": "tmux-256color", "TMUX": "/tmp/t", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.4", "VTE_VERSION": "6003"], true),
    (["TERM": "tmux-256color", "TMUX": "/tmp/t", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a", "VTE_VERSION": "6003"], false),
    (["TERM": "screen-256color", "VTE_VERSION": "6003"], false),
    (["TERM": "xterm-256color", "STY": "1.pts", "WT_SESSION": "1"], false),
    // What people ask for.
    (["TERM": "xterm", "FORCE_HYPERLINK": "1"], true),
    (["TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"], false),
    (["TERM": "xterm-kitty", "NO_HYPERLINK": "1"], false),
    (["TERM": "xterm-kitty", "NO_COLOR": "1"], false),
    (["TERM": "xterm-kitty", "NO_COLOR": ""], true),
  ] as [([String: String], Bool)])
  func theEnvironmentTells(_ environment: [String: String], isShown: Bool) {
    let support = HyperlinkSupport(environment: environment)
    #expect(support.isShown(onTerminal: true) == isShown)
    #expect(support.isShown(onTerminal: false) == (environment["FORCE_HYPERLINK"] == "1"))
  }
}

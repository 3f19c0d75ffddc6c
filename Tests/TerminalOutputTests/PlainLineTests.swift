import TerminalOutput
import Testing

struct PlainLineTests {
  @Test func aFileCannotSteerTheTerminal() {
    #expect("a\u{1B}]0;title\u{7}b\r\nc\u{9B}d".plainLine == "a]0;titleb cd")
    #expect("a\u{1B}[2J\nb\tc".withoutControls == "a[2J\nb  c")
    #expect("evil\u{202E}txt".plainLine == "eviltxt")
  }

  @Test(arguments: [("short", 10, "short"), ("a longer text", 6, "a lon…"), ("日本語", 5, "日本…")])
  func truncates(_ text: String, _ width: Int, _ expected: String) {
    #expect(text.truncated(to: width) == expected)
  }

  @Test func colourOnlyWhereAsked() {
    #expect(Palette(isEnabled: false).title("x") == "x")
    #expect(Palette(isEnabled: true).title("x") == "\u{1B}[1mx\u{1B}[0m")
    #expect(Palette(isEnabled: true).title("") == "")
  }
}

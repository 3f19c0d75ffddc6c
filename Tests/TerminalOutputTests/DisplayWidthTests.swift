import TerminalOutput
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한국어", 6), ("ｆｕｌｌ", 8), ("👻", 2),
    ("👩‍👩‍👧", 2), ("❤️", 2), ("1️⃣", 2), ("🇩🇪", 2), ("\u{200B}", 0), ("\u{1B}", 0), ("—", 1), ("", 0),
  ])
  func columns(_ text: String, _ width: Int) {
    #expect(text.displayWidth == width)
  }
}

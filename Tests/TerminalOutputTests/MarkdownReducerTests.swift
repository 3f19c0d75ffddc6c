import TerminalOutput
import Testing

struct MarkdownReducerTests {
  @Test(arguments: [
    ("## A heading ##\n\ntext", "A heading text"),
    ("**bold** and *italic* and _also_ `code`", "bold and italic and also code"),
    ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
    ("see [the post](https://example.com/a_(b)) now", "see the post now"),
    ("![a picture](x.png) after", "a picture after"),
    ("[[page|shown]] and [[page#heading]]", "shown and page#heading"),
    ("| a | [[b\\|c]] |\n|---|---|\n| d | e |", "a · c d · e"),
    ("- one\n- [x] two\n1. three", "• one • two 1. three"),
    ("> [!note] Take care\n> quoted", "Take care quoted"),
    ("said so. [00:00:48 → 00:01:06]", "said so."),
    ("```swift\nlet a = 1\n```", "let a = 1"),
    ("a claim[^1] ^block-id", "a claim"),
    ("<br>a <b>word</b> <https://example.com>", "a word https://example.com"),
    ("1 < 2 > 0 and a [bracket", "1 < 2 > 0 and a [bracket"),
    ("one\r\ntwo\rthree", "one two three"),
    ("x\u{1B}[31mred\u{7}", "x[31mred"),
    ("", ""),
  ])
  func reduces(_ markdown: String, _ expected: String) {
    #expect(MarkdownReducer.reduce(StyledText(markdown)).plain == expected)
  }

  @Test func keepsMarks() {
    let text = StyledText("## The **bacterial** code", marking: [9..<18])
    #expect(MarkdownReducer.reduce(text).rendered { "<\($0)>" } == "The <bacterial> code")
  }

  @Test func survivesAnything() {
    let signs = ["[", "]", "(", ")", "*", "_", "`", "|", "<", ">", "\\", "\n", "a", " ", "^", "!"]
    var state: UInt64 = 42
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<20 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += signs[Int(state >> 33) % signs.count]
      }
      let reduced = MarkdownReducer.reduce(StyledText(text)).plain
      #expect(reduced.count <= text.count * 3)
    }
  }
}

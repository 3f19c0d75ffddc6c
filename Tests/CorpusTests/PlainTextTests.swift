import Corpus
import Testing

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("A *b* **c** ***d*** _e_ __f__ ~~g~~ ==h==.", "A b c d e f g h."),
    ("snake_case_name and 2*3*4 = a * b", "snake_case_name and 234 = a * b"),
    ("`code *stays*` and ``a ` b``", "code *stays* and a ` b"),
    ("[text](target.md \"title\") and ![alt](image.png)", "text and alt"),
    ("[[page]] [[page|shown]] [[page#Part]] ![[embed.png]] ![[page]]", "page shown page Part page"),
    ("AT&amp;T &lt;b&gt; &#39;x&#39; &#x1F600; &nbsp;y &unknown;", "AT&T <b> 'x' 😀 y &unknown;"),
    ("a <b>bold</b> <!-- hidden --> <br/>c <span class=\"x > y\">d</span>", "a bold c d"),
    ("1 < 2 and a <- b <3", "1 < 2 and a <- b <3"),
    ("\\*literal\\* \\# \\[x\\]", "*literal* # [x]"),
    ("line one\nline two  \nline three\\\nline four", "line one line two line three line four"),
    ("a\u{A0}b\u{3000}c \t d\u{200B}e", "a b c d e"),
    (
      "See https://www.example.org/docs/Getting-Started/4f2a9c1b?x=1#y.",
      "See example.org docs Getting Started ."
    ),
    ("(https://a.org/b_(c)) x", "(a.org ) x"), ("www.example.org/x, y", "example.org , y"),
    ("<https://example.org/path/page.html> z", "example.org path page z"),
    ("Text[^1] more.\n\n[^1]: The note.", "Text more. The note."),
    ("- one\n- two\n  1. three\n- [ ] four\n- [x] five", "one two three four five"),
    ("1986. A great year", "1986 A great year"),
    ("> quoted\n> > deeper\nlazy", "quoted deeper lazy"),
    ("> [!note] Title\n> Body", "Title Body"), ("> [!tip]- Folded\n> Body", "Folded Body"),
    ("| a | b |\n|---|:-:|\n| c \\| d | `e` |", "a b c | d e"),
    ("a | b\n--|--\nc | d", "a b c d"),
    ("```swift\nlet x = 1 // *y*\n```", "let x = 1 // *y*"),
    ("~~~\n```\n~~~", "```"), ("    indented *code*", "indented *code*"),
    ("<div>\n<p>In *HTML*</p>\n</div>", "In HTML"),
    ("<script>\nvar x = 1 < 2;\n</script>\n\nText", "Text"),
    ("<details><summary>S</summary>\n\nBody\n\n</details>", "S Body"),
    ("**unclosed and *half", "**unclosed and *half"), ("[Music] hello [x]", "[Music] hello [x]"),
    ("[text][ref]\n\n[ref]: https://example.org \"T\"", "text"),
    ("Text #tag and issue #12", "Text tag and issue #12"),
    ("$x^2$ costs $5", "$x^2$ costs $5"), ("emoji 👩‍👩‍👧‍👦 ok", "emoji 👩‍👩‍👧‍👦 ok"),
    ("a\u{0}b\u{1}c", "a b c"), ("**[bold link](a.md)** [**b**](c.md)", "bold link b"),
    ("email <me@example.org> now", "email me@example.org now"),
    ("**Bold:**text and 中文**粗体**文字", "Bold:text and 中文粗体文字"),
    ("***\n\ntext", "text"), ("[a](b.md)[c](d.md)", "ac"), ("x^2^ and H~2~O", "x^2^ and H~2~O"),
  ])
  func text(markdown: String, expected: String) {
    #expect(plain(markdown).replacing(" ¶ ", with: " ") == expected)
  }

  @Test func dropsWhatShowsNothing() {
    for text in [
      "![](image.png)", "<!-- only a comment -->", "[ref]: https://example.org", "---", "<br>",
      "![[image.png]]", "```\n```", "", "\n\n", "- \n- ", "> ", "&nbsp;", "<!--\nhidden\n-->",
      "<!--\n\nhidden\n\n-->", "<style>\na { b: c }\n</style>", "***", "\u{FEFF}",
    ] {
      #expect(parse(text).passages.isEmpty, "\(text)")
    }
  }

  @Test func invalidBytesAreReportedAndSeparateWords() {
    let parsed = parse([0x63, 0x61, 0x66, 0xE9, 0x20, 0x78, 0x0A, 0xC3, 0x28])
    #expect(parsed.passages.map(\.plainText) == ["caf x ("])
    #expect(parsed.passages.map(\.bytes) == [0..<9])
    #expect(parsed.issues.map(\.kind) == [.encoding])
    #expect(parsed.issues.first?.line == 1)
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x61, 0, 0x62, 0], [0xFE, 0xFF, 0, 0x61, 0, 0x62],
    [0x61, 0, 0x62, 0, 0x63, 0, 0x0A, 0], [0, 0x61, 0, 0x62, 0, 0x63, 0, 0x0A],
    [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0],
  ])
  func otherEncodingsAreNotIndexed(bytes: [UInt8]) {
    let parsed = parse(bytes)
    #expect(parsed.passages.isEmpty)
    #expect(parsed.issues.map(\.kind) == [.encoding])
    #expect(parsed.issues.first?.message.contains("convert it to UTF-8") == true)
  }
}

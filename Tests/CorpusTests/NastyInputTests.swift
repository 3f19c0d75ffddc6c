import Corpus
import Testing

/// Inputs on which parsers crash, recurse or take quadratic time. The time is noted, not asserted: each
/// takes well under a second where a naive parser takes minutes.
@Suite(.timeLimit(.minutes(5))) struct NastyInputTests {
  private static let repeated: [(String, Int)] = [
    (">", 4_000), ("> ", 4_000), ("- ", 4_000), ("1. ", 4_000), ("- > ", 4_000),
    ("*", 20_000),
    ("*a ", 20_000), ("a_ ", 20_000), ("[", 20_000), ("[a](", 20_000), ("![", 20_000),
    ("[[a", 20_000), ("`", 20_000), ("`a``b```c ", 6_000), ("<", 20_000), ("<a \"", 20_000),
    ("<!--", 20_000), ("<!--a>", 20_000), ("<?", 20_000), ("&a", 20_000), ("```\n", 10_000),
    ("a|b\n-|-\n", 6_000), ("[a]: b\n", 10_000), ("[^a]: b\n", 10_000), ("# h\n", 4_000),
    ("## h\n\nx\n", 4_000), ("\n", 200_000), ("\r", 100_000), ("a\n-\n", 10_000),
    ("<div>\n", 10_000),
    ("www.", 20_000), ("https://a.b/(", 10_000), ("[00:01] a\n", 10_000), ("---\n", 20_000),
    ("\\", 20_000), ("e\u{301}\u{301}", 20_000), ("👩‍👩‍👧‍👦", 6_000), ("漢", 60_000), ("|", 20_000),
    ("<script>", 10_000), ("a: b\n", 20_000), ("\t", 20_000), ("==a", 20_000), ("a\n", 100_000),
    ("word", 250_000), (".", 60_000), ("!)", 40_000), (",\"", 40_000), (". ", 60_000),
    ("https://", 10_000), (": **", 20_000), ("\u{3002}", 40_000), ("\u{A0}", 60_000),
  ]

  @Test(arguments: repeated)
  func repetition(snippet: String, count: Int) {
    let text = String(repeating: snippet, count: count)
    for bytes in [
      Array(text.utf8), Array(("---\n" + text).utf8), Array((text + "x\n\n---\n").utf8),
    ] {
      let parsed = parse(bytes)
      // Checking every passage of the largest ones takes longer than parsing them.
      guard parsed.passages.count < 2_000, bytes.count < 200_000 else { continue }
      #expect(PassageInvariants(bytes: bytes, parsed: parsed).violations().isEmpty)
    }
  }

  @Test func deepIndentation() {
    let text = (0..<1_000).map { String(repeating: "  ", count: $0) + "- x\n" }.joined()
    #expect(!parse(text).passages.isEmpty)
  }

  @Test func oneLongLine() {
    let parsed = parse(String(repeating: "word ", count: 500_000))
    #expect(parsed.passages.count > 2_500)
    #expect(parsed.passages.allSatisfy { $0.lines == 1...1 && $0.isPartial })
  }

  @Test func twentyMegabytes() {
    let line = "This is a line of text that is not too long. And so on and on.\n"
    let parsed = parse(String(repeating: line, count: 20_000_000 / line.utf8.count))
    #expect(parsed.passages.count > 10_000)
    #expect(parsed.passages.last.map { $0.lines.upperBound > 300_000 } == true)
  }

  @Test func moreLinesThanAreParsedInFull() {
    let text = String(repeating: "# Heading\n\nSome *text* here.\n---\n", count: 120_000)
    let parsed = parse(text)
    #expect(parsed.passages.count == 120_000)
    #expect(parsed.passages.first?.plainText == "Some text here.")
    #expect(parsed.passages.last?.headings == [])
    #expect(parsed.document.title == "Heading")
  }

  @Test func rubbish() {
    var random = SeededRandom(seed: 9)
    let bytes = (0..<2_000_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let parsed = parse(bytes)
    #expect(parsed.issues.map(\.kind) == [.encoding])
    for byte in [0, 0x80, 0xC2, 0xFF] as [UInt8] {
      #expect(parse([UInt8](repeating: byte, count: 100_000)).passages.isEmpty)
    }
  }

  @Test func tiny() {
    for first in 0...255 {
      for second in [0x0A, 0x20, 0x23, 0x2D, 0x5B, 0x61, 0xBB] as [UInt8] {
        let bytes = [UInt8(first), second]
        #expect(PassageInvariants(bytes: bytes, parsed: parse(bytes)).violations().isEmpty)
      }
    }
    #expect(parse([]).passages.isEmpty)
  }
}

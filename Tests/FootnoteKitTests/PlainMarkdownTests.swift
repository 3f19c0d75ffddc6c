import FootnoteKit
import Testing

/// Text that is written as markdown comes back as it was.
struct PlainMarkdownTests {
  /// What a document with this text is indexed as, white space folded.
  private func indexed(_ text: String) -> String {
    let bytes = Array(("---\ntitle: A\n---\n\n" + PlainMarkdown.escaped(text)).utf8)
    let parsed = DocumentParser().parse(bytes, path: "0/0/-.md", layer: "notes")
    return parsed.passages.map(\.plainText).joined(separator: " ")
  }

  private func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: [
    "# not a heading", "---", "***", "- a\n- b", "1. one\n2) two", "> quoted", "a\n===\nb\n---\nc",
    "| a | b |\n|---|---|\n| c | d |", "```\ncode\n```", "    indented",
    "<div>kept</div> <!-- too -->",
    "[a](b) ![c](d) [[e|f]] [g]: h", "[^1]: a note[^1]", "*a* _b_ ~~c~~ ==d== `e`", "&amp; &#65;",
    "\\* \\ \\n", "#tag and ^block", "+ plus\n: colon\n* star", "2.5 and 3) and -4", "a\\\nb",
    "[00:00:48 → 00:01:06]", "[{'content': \"x\"}]", "= Title = \n @-@", "$x^2$ {y}",
  ])
  func markupIsText(_ text: String) {
    #expect(indexed(text) == folded(text))
  }

  @Test func anyPunctuationIsText() {
    var generator = SeededGenerator(state: 7)
    let pieces = Array("\\`*_{}[]<>()#+-.!|~^=:&$%@'\"/; \n\t1a b").map(String.init) + ["é", "界"]
    for _ in 0..<2000 {
      let length = Int.random(in: 1...40, using: &generator)
      let text = (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      #expect(indexed(text) == folded(text), "\(text.debugDescription)")
    }
  }

  @Test func controlCharactersAreSpaces() {
    #expect(indexed("a\u{0}b\u{1B}[31mc") == "a b [31mc")
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

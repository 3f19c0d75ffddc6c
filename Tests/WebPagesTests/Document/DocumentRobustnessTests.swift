import Foundation
import Testing
import WebPages

/// Files that nobody wrote for reading.
@Suite struct DocumentRobustnessTests {
  private static let nasty: [String: [UInt8]] = [
    "empty.md": [], "one.md": [0x0A], "nul.md": Array("Some text a\u{0}b\u{0}\n".utf8),
    "invalid.md": [0x61, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0x0A, 0x62, 0xF0, 0x9F],
    "bom.md": [0xEF, 0xBB, 0xBF]
      + Array("---\r\ntitle: B\r\n---\r\n# H\r\n\r\ntext\r\nmore\r\n".utf8),
    "cr.md": Array("# H\rtext\r\rmore".utf8),
    "broken.md": Array("---\ntitle: [a\n  b: {\n---\n# H\n\ntext\n".utf8),
    "unclosed.md": Array("---\ntitle: x\ntext without an end\n".utf8),
    "only.md": Array("---\ntitle: x\n---\n".utf8),
    "utf16.md": [0xFF, 0xFE] + Array("hello".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
    "line.md": Array(
      String(repeating: "One *sentence* after [another](x.md) with `code`. ", count: 940).utf8),
    "nested.md": Array(
      (0..<200).map { String(repeating: "> ", count: $0) + "- x\n" }.joined().utf8),
    "lists.md": Array((0..<100).map { String(repeating: "  ", count: $0) + "- x\n" }.joined().utf8),
    "stars.md": Array(String(repeating: "*a ", count: 20_000).utf8),
    "both.md": Array(
      (String(repeating: "*a **b ", count: 5_000) + String(repeating: "c** d*", count: 5_000)).utf8),
    "brackets.md": Array(String(repeating: "[", count: 50_000).utf8),
    "images.md": Array(String(repeating: "![[]()", count: 20_000).utf8),
    "links.md": Array(
      (String(repeating: "[a](", count: 20_000) + String(repeating: "<", count: 20_000)).utf8),
    "ticks.md": Array(
      (1...300).map { String(repeating: "`", count: $0) }.joined(separator: " ").utf8),
    "underlines.md": Array(String(repeating: "_", count: 60_000).utf8),
    "angles.md": Array(String(repeating: "<a ", count: 30_000).utf8),
    "entities.md": Array(String(repeating: "&", count: 60_000).utf8),
    "tildes.md": Array(String(repeating: "~~a", count: 20_000).utf8),
    "notes.md": Array((String(repeating: "[^a]", count: 8_000) + "\n\n[^a]: x[^a]\n").utf8),
    "definitions.md": Array(
      ((0..<3_000).map { "[\($0)]: x\n" }.joined() + "\n" + (0..<3_000).map { "[\($0)]" }.joined())
        .utf8),
    "headings.md": Array((0..<4_000).map { _ in "## Same\n\n" }.joined().utf8),
    "pipes.md": Array(
      (String(repeating: "|a", count: 2_000) + "|\n" + String(repeating: "|-", count: 2_000) + "|\n"
        + String(repeating: "|\n", count: 5_000)).utf8),
    "wikilinks.md": Array(String(repeating: "[[empty]]", count: 10_000).utf8),
    "comment.md": Array("<!-- a\n\nb -->\n\ntext\n\n<div>\n\n*x*\n\n</div>\n".utf8),
    "fence.md": Array("```\nnever closed\n\n# x\n".utf8),
  ]

  @Test func everyFileHasAPage() throws {
    let base = try DocumentBase(Self.nasty)
    for name in Self.nasty.keys.sorted() {
      let start = ContinuousClock.now
      let prose = try base.prose(name + "?lines=1")
      let time = ContinuousClock.now - start
      let problems = HTMLCheck(prose).problems
      #expect(problems.prefix(3) == [], "\(name)")
      #expect(time < .seconds(2), "\(name) took \(time)")
      #expect(prose.utf8.count < 20 << 20)
    }
    #expect(try base.prose("nul.md").contains("a\u{FFFD}b\u{FFFD}"))
    #expect(try base.prose("invalid.md").contains("a\u{FFFD}"))
    #expect(try base.prose("bom.md").contains("<p id=\"L6\" data-lines=\"6–7\">text\nmore</p>"))
    #expect(try base.prose("utf16.md").contains("This file is UTF-16"))
    #expect(try base.prose("headings.md").contains("id=\"h-same-4000\""))
    #expect(try base.prose("line.md").contains("<em>sentence</em>"))
  }

  @Test func longFilesAreShownInParts() throws {
    var text = "---\ntitle: Long\n---\n"
    text += (4...60_000).map {
      $0 % 2 == 0 ? "Line \($0) of many, with some words to fill it.\n" : "\n"
    }.joined()
    let base = try DocumentBase(["long.md": text])
    let first = try base.prose("long.md")
    #expect(
      first.contains("This file is long. Shown: lines 1–12000 of 60000.")
        && first.contains(">Line 4 of"))
    #expect(first.contains("<a href=\"/doc/long.md?from=12001#L12001\">After</a>"))
    let cited = try base.prose("long.md?lines=50000-50001")
    #expect(cited.contains("<p id=\"L50000\" data-lines=\"50000\" class=\"cited\">Line 50000 of"))
    #expect(cited.contains(">Before</a>") && cited.contains(">After</a>"))
    let last = try base.prose("long.md?from=60000")
    #expect(last.contains("id=\"L60000\"") && !last.contains(">After</a>"))
    for prose in [first, cited, last] { #expect(HTMLCheck(prose).problems == []) }
    let passage = try base.page("fragment/passage?path=long.md&lines=50000")
    #expect(passage.contains(">Line 50000 of many, with some words to fill it.</p>"))
  }

  @Test func partsOfCodeStayCode() throws {
    let code = (1...40_000).map { "# line \($0)\n" }.joined()
    let base = try DocumentBase(["code.md": "Text.\n\n```sh\n\(code)```\n\nEnd.\n"])
    let prose = try base.prose("code.md?lines=30003")
    #expect(!prose.contains("<h2"))
    #expect(prose.contains("<a class=\"line-anchor\" id=\"L30003\"></a># line 30000\n"))
  }

  @Test func hugeFilesAreBounded() throws {
    let line = String(repeating: "Words that fill a very long line. ", count: 60_000)
    let base = try DocumentBase(["huge.md": String(repeating: line + "\n\n", count: 12)])
    for query in ["", "?lines=9", "?lines=23-24"] {
      let start = ContinuousClock.now
      let prose = try base.prose("huge.md" + query)
      #expect(ContinuousClock.now - start < .seconds(2))
      #expect(prose.utf8.count < 3 << 20)
      #expect(HTMLCheck(prose).problems == [])
      #expect(prose.contains("This file is long."))
    }
  }

  // MARK: Whatever comes

  private static let bits = [
    "word ", "two words ", "*", "**", "_", "`", "```", "~~", "==", "[", "]", "(", ")", "[[", "]]",
    "![[", "|", "\\|", "\\",
    "<", ">", "> ", "- ", "1. ", "# ", "## ", "\n", "\n\n", "\n", "    ", "\t", "  \n", "---\n",
    "===\n", "| a | b |\n|---|---|\n",
    "[^1]", "[^1]: ", "[a]: b\n", "[x](b.md#L3)", "[[b|c]]", "https://a.b/c ", "<b>", "</b>",
    "<!--", "-->", "&amp;", "&#0;",
    "#tag ", " ^id\n", "[!note]", "[x] ", "[00:01 → 00:02]", "[00:03] ", "é", "检索",
    SeededNumbers.noncharacter, "\u{0}", "\r\n", "!", "\"", "'",
  ]

  @Test func soupIsWellFormedAndEveryLineHasAPlace() throws {
    var random = SeededNumbers(seed: 7)
    var files: [String: String] = ["b.md": "# B\n\nx\n"]
    for number in 0..<600 {
      let length = Int(random.next() % 60) + 1
      files["soup/\(number).md"] = (0..<length).map { _ in
        Self.bits[Int(random.next() % UInt64(Self.bits.count))]
      }.joined()
    }
    let base = try DocumentBase(files)
    for (path, text) in files where path.hasPrefix("soup/") {
      let prose = try base.prose(path + "?lines=\(random.next() % 5 + 1)")
      let check = HTMLCheck(prose)
      #expect(check.problems == [], "\(text.debugDescription) became \(prose)")
      for line in Self.wordLines(text) where !check.lines.contains(where: { $0.contains(line) }) {
        Issue.record("line \(line) is nowhere: \(text.debugDescription) became \(prose)")
      }
    }
  }

  /// Lines with the word, which is no markup; comments and targets of definitions show nothing.
  private static func wordLines(_ text: String) -> [Int] {
    if text.contains("<!--") || text.contains("]:") || text.hasPrefix("---") { return [] }
    let title = text.firstMatch(of: /(?m)^#+ .*$/)?.output
    return text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated()
      .filter { $0.element.contains("word ") && (title.map { !$0.contains("word ") } ?? true) }
      .map { $0.offset + 1 }
  }
}

/// SplitMix64.
struct SeededNumbers {
  private var state: UInt64

  /// U+FDD0, which stands for something within the program, and which no literal can hold.
  static let noncharacter = String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

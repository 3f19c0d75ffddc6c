import Corpus
import Testing

/// Random documents, the same on every run.
@Suite struct PropertyTests {
  private static let snippets = [
    "word", "Sentence one. Sentence two! ", "1234", "[[page]]", "[[page|shown]]", "[a](b.md)",
    "![](i.png)", "**bold**", "*", "_", "`code`", "`", "```", "~~~", "#tag", "# Heading", "## Sub",
    "> ", "- ", "1. ", "    ", "\t", "| a | b |", "|---|---|", "---", "===", "***", "[ref]: x.md",
    "[^1]: note", "[^1]", "<div>", "</div>", "<b>x</b>", "<!--", "-->", "<script>", "&amp;", "&",
    "\\",
    "https://example.org/a/b", "[00:01:02]", "[00:00:48 → 00:01:06]", "漢字。", "é", "😀", "👩‍👩‍👧‍👦",
    "\u{3000}",
    "\u{A0}", "^block", "$x$", "==h==", "~~s~~", "(", ")", "[", "]", "<", ">", "!", "a_b_c", ": ",
    "key: v",
  ]
  private static let ends = ["\n", "\n", "\n\n", "\n\n", "\r\n", "\r", " ", " ", "", ""]

  private func markdown(_ random: inout SeededRandom) -> [UInt8] {
    var text = Bool.random(using: &random) ? "" : "---\ntitle: T\n---\n"
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      text += Self.snippets.randomElement(using: &random) ?? ""
      text += Self.ends.randomElement(using: &random) ?? ""
    }
    var bytes = Array(text.utf8)
    if Int.random(in: 0..<4, using: &random) == 0, !bytes.isEmpty {
      for _ in 0..<3 {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
    }
    return bytes
  }

  private func limits(_ random: inout SeededRandom) -> PassageSplitter.Limits {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: .init()
    case 1: .init(maximumPieces: 12, targetPieces: 8, minimumPieces: 2, maximumWords: 20)
    default: .init(maximumPieces: 6, targetPieces: 2, minimumPieces: 1, maximumBytes: 64)
    }
  }

  @Test(arguments: 0..<8)
  func passagesOfRandomMarkdown(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for round in 0..<400 {
      let bytes = markdown(&random)
      let limits = limits(&random)
      let parsed = parse(bytes, path: "raw/2025/7.6.md", layer: "raw", limits: limits)
      let check = PassageInvariants(bytes: bytes, parsed: parsed, limits: limits)
      let found = check.violations()
      #expect(found.isEmpty, "seed \(seed), round \(round): \(found) in \(bytes.debugText)")
      if !found.isEmpty { return }
    }
  }

  @Test(arguments: 0..<4)
  func passagesOfRandomBytes(seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 1_000)
    for round in 0..<300 {
      let count = Int.random(in: 0...600, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let parsed = parse(bytes)
      let found = PassageInvariants(bytes: bytes, parsed: parsed).violations()
      #expect(found.isEmpty, "seed \(seed), round \(round): \(found)")
    }
  }

  /// Prose in every kind of block: nothing of it may be lost, and nothing may be in two passages.
  @Test(arguments: 0..<8)
  func noWordIsLost(seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 2_000)
    let prefixes = ["", "", "- ", "  - ", "> ", "1. ", "> - ", "    ", "* ", "- [ ] ", "[^1]: "]
    for round in 0..<100 {
      var text = ""
      var headings: [Range<Int>] = []
      for number in 0..<Int.random(in: 1...30, using: &random) {
        if Int.random(in: 0..<8, using: &random) == 0 {
          let start = text.utf8.count
          text += "\n\n## heading\n"
          headings.append(start..<text.utf8.count)
        }
        text += prefixes.randomElement(using: &random) ?? ""
        let words = Int.random(in: 1...120, using: &random)
        text +=
          "p\(number) " + prose(words: words, sentence: Int.random(in: 1...40, using: &random))
        text += Bool.random(using: &random) ? "\n" : "\n\n"
      }
      let bytes = Array(text.utf8)
      let parsed = parse(bytes)
      let lost = PassageInvariants(bytes: bytes, parsed: parsed).lost { index in
        !headings.contains { $0.contains(index) }
      }
      #expect(lost.isEmpty, "seed \(seed), round \(round): \(lost.prefix(5)) in \(text)")
      if !lost.isEmpty { return }
    }
  }

  @Test func parsingIsDeterministic() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<100 {
      let bytes = markdown(&random)
      #expect(parse(bytes) == parse(bytes))
    }
  }
}

extension [UInt8] {
  fileprivate var debugText: String { String(decoding: self, as: UTF8.self).debugDescription }
}

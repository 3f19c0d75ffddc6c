import Corpus
import Testing

@Suite struct PassageTests {
  private func texts(_ text: String, limits: PassageSplitter.Limits = .init()) -> [String] {
    parse(text, limits: limits).passages.map(\.plainText)
  }

  @Test func blocksUnderOneHeadingAreJoined() {
    let parsed = parse("One.\n\nTwo.\n\n- three\n- four\n")
    #expect(parsed.passages.map(\.plainText) == ["One. Two. three four"])
    #expect(parsed.passages.map(\.lines) == [1...6])
    #expect(parsed.passages.map(\.bytes) == [0..<26])
    #expect(parsed.passages.map(\.isPartial) == [false])
  }

  @Test func headingsAndRulesSeparate() {
    let parsed = parse("One.\n\n# A\n\nTwo.\n\n---\n\nThree.\n\n## B\nFour.\n\n# C\nFive.\n")
    #expect(parsed.passages.map(\.plainText) == ["One.", "Two.", "Three.", "Four.", "Five."])
    #expect(parsed.passages.map(\.headings) == [[], [], [], ["B"], ["C"]])
    #expect(parsed.passages.map(\.lines) == [1...1, 5...5, 9...9, 12...12, 15...15])
    #expect(parsed.passages.map(\.ordinal) == [0, 1, 2, 3, 4])
  }

  @Test func headingPathsArePlainText() {
    let text = "# Title\n\n## A *b* [c](d.md)\n\n#### Deep\nText.\n\n### Up\nMore.\n"
    let parsed = parse("---\ntitle: Other\n---\n" + text)
    #expect(
      parsed.passages.map(\.headings) == [["Title", "A b c", "Deep"], ["Title", "A b c", "Up"]])
    // The document's own title is not repeated.
    #expect(parse(text).passages.map(\.headings) == [["A b c", "Deep"], ["A b c", "Up"]])
    #expect(parse("---\ntitle: TITLE\n---\n" + text).passages[0].headings == ["A b c", "Deep"])
  }

  @Test(arguments: [
    ("# Title\n", ["Title"]), ("# A\n## B\n", ["B"]),
    ("# A\n\n## B\n\ntext\n\n## C\n", ["text", "C"]),
    ("# A\n\ntext\n", ["text"]), ("# A\n\n![](x.png)\n", ["A"]), ("#\n", []),
    ("Title\n=====\n", ["Title"]),
  ])
  func aHeadingIsAPassageOnlyWhereItIsAlone(text: String, expected: [String]) {
    #expect(texts(text) == expected)
  }

  @Test func underlinedHeadings() {
    #expect(parse("Title\n===\n\nOne\n---\nText.").passages.map(\.headings) == [["One"]])
    // A rule below prose is a separator, whatever CommonMark says.
    let sentence = parse("A post that ends here.\n---\nThe next post.\n")
    #expect(sentence.passages.map(\.plainText) == ["A post that ends here.", "The next post."])
    #expect(sentence.passages.allSatisfy { $0.headings.isEmpty })
    let lines = parse("A post\nof two lines\n---\nThe next post.\n")
    #expect(lines.passages.map(\.plainText) == ["A post of two lines", "The next post."])
  }

  @Test func longHeadingsAreProse() {
    let long = prose(words: 400)
    let parsed = parse("# \(long)\n\nText.\n")
    #expect(parsed.passages.count >= 2)
    #expect(parsed.passages.map(\.plainText).joined(separator: " ").hasPrefix(long))
  }

  @Test func headingsInListsAndQuotesAreText() {
    let parsed = parse("> # Quoted\n> text\n\n- ## Item\n  text\n")
    #expect(parsed.passages.map(\.plainText) == ["Quoted text Item text"])
  }

  @Test func targetsAndLimits() {
    let paragraphs = (0..<12).map { _ in prose(words: 50) }.joined(separator: "\n\n")
    let counts = texts(paragraphs).map { PieceCounter.count($0) }
    #expect(counts == [165, 165, 165, 165])
    let small = PassageSplitter.Limits(maximumPieces: 60, targetPieces: 55, minimumPieces: 5)
    #expect(texts(paragraphs, limits: small).count == 12)
  }

  @Test func longParagraphsAreCutBetweenSentences() {
    let text = prose(words: 500)
    let parsed = parse(text)
    #expect(parsed.passages.count == 3)
    #expect(parsed.passages.allSatisfy { $0.isPartial && $0.lines == 1...1 })
    #expect(parsed.passages.allSatisfy { $0.plainText.hasPrefix("Begin") })
    #expect(parsed.passages.allSatisfy { $0.plainText.hasSuffix(".") })
    #expect(parsed.passages.map(\.plainText).joined(separator: " ") == text)
  }

  @Test(arguments: [
    ("Ask Dr. Who. Then go.", ["Ask Dr. Who.", "Then go."]),
    ("It costs 3.5 or 3. 5 now. Yes.", ["It costs 3.5 or 3. 5 now.", "Yes."]),
    ("A. Turing wrote it. He did.", ["A. Turing wrote it.", "He did."]),
    ("He said \"stop!\" Then left.", ["He said \"stop!\"", "Then left."]),
    ("Use e.g. this one. Fine.", ["Use e.g. this one.", "Fine."]),
    ("really? yes. ok... Sure… Now.", ["really? yes. ok...", "Sure…", "Now."]),
    ("これは文。次も文！終わり？", ["これは文。", "次も文！", "終わり？"]),
    ("「引用。」次。", ["「引用。」", "次。"]), ("So did I. You too.", ["So did I.", "You too."]),
    ("See [a. B](c.md) there. **Bold.** End.", ["See a. B there.", "Bold.", "End."]),
    ("Is it? No. Yes.", ["Is it?", "No.", "Yes."]),
  ])
  func sentences(text: String, expected: [String]) {
    // Limits so small that every sentence stands alone.
    let longest = expected.map { PieceCounter.count($0) }.max() ?? 1
    let limits = PassageSplitter.Limits(
      maximumPieces: longest, targetPieces: 1, minimumPieces: 1)
    #expect(texts(text, limits: limits) == expected)
  }

  @Test func textWithoutSentencesIsCutAtLinesClausesAndWords() {
    let limits = PassageSplitter.Limits(maximumPieces: 6, targetPieces: 6, minimumPieces: 1)
    #expect(texts("a b c d\ne f g h\ni j", limits: limits) == ["a b c d", "e f g h i j"])
    #expect(texts("a b c d, e f g, h i", limits: limits) == ["a b c d,", "e f g, h i"])
    #expect(texts("a b c d e f g h i j", limits: limits) == ["a b c d e f", "g h i j"])
    let word = texts(String(repeating: "x", count: 100), limits: limits)
    #expect(word.count > 1 && word.joined() == String(repeating: "x", count: 100))
    let family = String(repeating: "👨‍👩‍👧", count: 20)
    let families = texts(family, limits: limits)
    #expect(families.count > 1 && families.joined() == family)
    #expect(families.allSatisfy { $0.allSatisfy { $0 == "👨‍👩‍👧" } })
  }

  @Test func listsAreKeptOrCutBetweenItems() {
    let items = (0..<8).map { "- \(prose(words: 30)) \($0)" }.joined(separator: "\n")
    let intro = "It has parts:\n\n"
    let parsed = parse(intro + items)
    #expect(parsed.passages.first?.plainText.hasPrefix("It has parts:") == true)
    #expect(parsed.passages.allSatisfy { !$0.isPartial })
    #expect(parsed.passages.count == 2)
    let fits =
      prose(words: 80) + "\n\n" + (0..<10).map { "- item number \($0)" }.joined(separator: "\n")
    #expect(parse(fits).passages.count == 1)
  }

  @Test func nestedListsKeepTheirLines() {
    let item = "- \(prose(words: 60))\n  - \(prose(words: 60))\n    - \(prose(words: 60))\n"
    let parsed = parse(item + item)
    #expect(parsed.passages.map(\.lines.lowerBound).first == 1)
    #expect(parsed.passages.map(\.lines.upperBound).last == 6)
    #expect(parsed.passages.allSatisfy { !$0.isPartial })
  }

  @Test func tablesAreCutBetweenRows() {
    let rows = (0..<30).map { "| row \($0) | \(prose(words: 10)) |" }.joined(separator: "\n")
    let parsed = parse("| Name | Text |\n|------|------|\n\(rows)\n")
    #expect(parsed.passages.count > 1)
    #expect(parsed.passages.allSatisfy { !$0.isPartial })
    #expect(parsed.passages.first?.lines.lowerBound == 1)
    #expect(parsed.passages.last?.lines.upperBound == 32)
    #expect(parsed.passages.filter { $0.plainText.contains("Name") }.count == 1)
  }

  @Test func codeIsCutBetweenLines() {
    let code = (0..<100).map { "let value\($0) = compute(\($0))" }.joined(separator: "\n")
    let parsed = parse("```swift\n\(code)\n```\n")
    #expect(parsed.passages.count > 1)
    #expect(parsed.passages.allSatisfy { !$0.isPartial && $0.plainText.hasPrefix("let") })
    #expect(parsed.passages.first?.lines.lowerBound == 1)
    #expect(parsed.passages.last?.lines.upperBound == 102)
  }

  @Test func leftoversJoinTheirNeighbour() {
    let text = prose(words: 150) + "\n\n" + prose(words: 5)
    #expect(texts(text).count == 1)
  }

  @Test func bytesAreTrimmedAndExact() {
    let text = "\r\n  First.  \r\n\r\n\tIndented?\r\n\r\n\u{3000}Wide\u{A0} \r\n"
    let bytes = Array(text.utf8)
    for passage in parse(bytes, limits: .init(maximumPieces: 6, targetPieces: 2, minimumPieces: 1))
      .passages
    {
      let cited = String(decoding: bytes[passage.bytes], as: UTF8.self)
      #expect(cited == passage.plainText)
      #expect(!passage.isPartial)
    }
  }

  @Test func manyWordsWithoutPiecesAreLimitedToo() {
    let row = "|" + String(repeating: "  |", count: 2_000) + " x |\n"
    for passage in parse("Some text first.\n\n" + row + "\nText after.").passages {
      #expect(passage.bytes.count < 16_384)
      let words = 2 + passage.bytes.count / 3
      #expect(words <= 420)
    }
    let comment = "<!-- " + String(repeating: "hidden ", count: 1_000) + "-->"
    let parsed = parse("One.\n\n\(comment)\n\nTwo.")
    #expect(parsed.passages.map(\.plainText) == ["One.", "Two."])
  }

  @Test func embeddedDataIsNotCited() {
    let data = String(repeating: "iVBORw0KGgo", count: 20_000)
    let parsed = parse("Before.\n\n![](data:image/png;base64,\(data))\n\nAfter.")
    #expect(parsed.passages.allSatisfy { $0.bytes.count <= 16_384 })
    let words = parsed.passages.map(\.plainText).joined(separator: " ")
    #expect(words.contains("Before.") && words.contains("After."))
  }

  @Test func definitionsAndCommentsAreInNoPassageOfTheirOwn() {
    let text = "[a]: https://example.org\n\nText [a].\n\n<!-- note -->\n\n[b]: x.md\n"
    let parsed = parse(text)
    #expect(parsed.passages.map(\.lines) == [3...3])
  }
}

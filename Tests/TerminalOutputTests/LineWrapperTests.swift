import TerminalOutput
import Testing

struct LineWrapperTests {
  @Test func breaksBetweenWords() {
    let lines = LineWrapper(width: 10).lines(of: "the quick brown fox")
    #expect(lines == ["the quick", "brown fox"])
  }

  @Test func noLineIsWiderThanAsked() {
    let text = "a日本語のテキスト mixed with 👻👻👻 ghosts, andaverylongwordthatfitsnowhere at all 。終わり"
    for width in 2...30 {
      for line in LineWrapper(width: width).lines(of: text) {
        #expect(line.displayWidth <= width, "\(line) at \(width)")
      }
    }
  }

  @Test func losesNoLetter() {
    let text = "one 二三四 five—six  seven\neight"
    for width in 2...30 {
      let joined = LineWrapper(width: width).lines(of: text).joined()
      #expect(joined.filter { $0 != " " } == text.filter { !$0.isWhitespace })
    }
  }

  @Test func closingPunctuationStaysWithItsCharacter() {
    let lines = LineWrapper(width: 6).lines(of: "日本語。中文")
    #expect(lines.allSatisfy { !$0.hasPrefix("。") })
  }

  @Test func spaceWithinAMarkedPhraseIsMarked() {
    let text = StyledText("a b c", marking: [0..<1, 2..<3])
    let line = LineWrapper(width: 20).lines(of: text)[0]
    #expect(line.rendered { "<\($0)>" } == "<a b> c")
  }

  @Test func nothingGivesNothing() {
    #expect(LineWrapper(width: 5).lines(of: " \n ").isEmpty)
  }
}

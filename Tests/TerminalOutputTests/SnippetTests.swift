import TerminalOutput
import Testing

struct SnippetTests {
  private static let filler = String(repeating: "Nothing of interest stands here. ", count: 20)

  @Test func aShortTextIsWhole() {
    #expect(Snippet(width: 40).choose(from: StyledText("A short text.")).plain == "A short text.")
  }

  @Test func showsTheMarkedWords() {
    let text = Self.filler + "The ghost is no animal. " + Self.filler
    let start = Self.filler.unicodeScalars.count
    let marked = StyledText(
      text, marking: [(start + 4)..<(start + 9), (start + 16)..<(start + 22)])
    let part = Snippet(width: 60).choose(from: marked)
    #expect(part.plain.contains("The ghost is no animal."))
    #expect(part.plain.hasPrefix("… ") && part.plain.hasSuffix(" …"))
    #expect(part.displayWidth <= 60)
  }

  @Test func withoutMarksItIsTheBeginning() {
    let part = Snippet(width: 50).choose(from: StyledText(Self.filler))
    #expect(part.plain.hasPrefix("Nothing of interest"))
    #expect(part.plain.hasSuffix(" …"))
  }

  @Test func differentWordsCountMoreThanTheSameOneTwice() {
    let text = "code code code. " + Self.filler + "bacterial code. " + Self.filler
    let second = "code code code. ".count + Self.filler.count
    let marks = [0..<4, 5..<9, 10..<14, second..<(second + 9), (second + 10)..<(second + 14)]
    let part = Snippet(width: 60).choose(from: StyledText(text, marking: marks))
    #expect(part.plain.contains("bacterial code"))
  }

  @Test(arguments: 8...90)
  func neverWiderThanAsked(_ width: Int) {
    let text = "日本語のテキスト。" + Self.filler + "👻 ghosts without any end"
    #expect(Snippet(width: width).choose(from: StyledText(text)).displayWidth <= width)
  }
}

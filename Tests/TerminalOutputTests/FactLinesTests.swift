import TerminalOutput
import Testing

struct FactLinesTests {
  private func lines(_ facts: [FactLines.Fact], width: Int) -> [String] {
    FactLines(width: width).lines(of: facts)
  }

  @Test func standSideBySideWhereTheyFit() {
    #expect(lines([.init("one"), .init("two"), .init("three")], width: 16) == ["one  two  three"])
    #expect(
      lines([.init("one"), .init("two"), .init("three")], width: 14) == ["one  two", "three"])
    #expect(lines([.init("one"), .init(""), .init("two")], width: 3) == ["one", "two"])
    #expect(lines([], width: 10).isEmpty)
  }

  @Test func longFactsAreBrokenAndWholeOnesAreNot() {
    #expect(
      lines([.init("a long title here"), .init("x")], width: 8) == ["a long", "title", "here  x"])
    #expect(
      lines([.init("raw/2025/7.6.md:1", isWhole: true), .init("x")], width: 8) == [
        "raw/2025/7.6.md:1", "x",
      ])
  }

  @Test func styleAddsNoColumns() {
    let bold = FactLines.Fact("one") { "<b>\($0)</b>" }
    #expect(lines([bold, .init("two")], width: 8) == ["<b>one</b>  two"])
    #expect(lines([.init("日本"), .init("語")], width: 8) == ["日本  語"])
  }
}

import Corpus
import Testing

@Suite struct LineTableTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("a\n", 1), ("a\nb", 2), ("a\r\nb\r\n", 2), ("a\rb\rc", 3), ("\n\n", 2),
    ("a\r\r\nb", 3),
  ])
  func countsEveryKindOfLineEnd(text: String, count: Int) {
    #expect(LineTable(Array(text.utf8)).count == count)
  }

  @Test func mapsOffsetsToLinesAndBack() {
    let table = LineTable(Array("one\r\ntwo\rthree\n\nfive".utf8))
    #expect(table.count == 5)
    #expect((1...5).map { table.content(of: $0) } == [0..<3, 5..<8, 9..<14, 15..<15, 16..<20])
    #expect((1...5).map { table.range(of: $0) } == [0..<5, 5..<9, 9..<15, 15..<16, 16..<20])
    #expect(
      [0, 3, 4, 5, 8, 9, 15, 16, 19].map { table.line(at: $0) } == [1, 1, 1, 2, 2, 3, 4, 5, 5])
    #expect(table.content(of: 2...4) == 5..<15)
  }

  @Test func linesThatDoNotExistAreEmpty() {
    let table = LineTable(Array("one\n".utf8))
    #expect(table.content(of: 0).isEmpty)
    #expect(table.content(of: 7).isEmpty)
    #expect(table.line(at: 100) == 1)
    #expect(LineTable([]).line(at: 0) == 1)
  }
}

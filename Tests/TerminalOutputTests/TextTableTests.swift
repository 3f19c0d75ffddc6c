import TerminalOutput
import Testing

/// Columns of text and numbers.
struct TextTableTests {
  @Test func alignsNumbersToTheRight() {
    var table = TextTable(header: ["", "nDCG@10", "P@5"])
    table.add(["lexical", "0.4", "0.25"])
    table.add(["界", "12.5"])
    #expect(
      table.lines == [
        "         nDCG@10   P@5", "lexical      0.4  0.25", "界          12.5",
      ])
  }
}

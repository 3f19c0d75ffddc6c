import Foundation
import Testing

/// A text that many files repeat does not fill the answer.
struct RepetitionTests {
  private func base() throws -> SampleBase {
    let base = try SampleBase()
    for number in 0..<40 {
      try base.folder.write(
        "raw/copy-\(number).md", "Wombats dig deep burrows at night in winter.\n")
    }
    return base
  }

  @Test func threeAreNamedAndTheRestIsCounted() throws {
    let base = try base()
    let text = try base.tool.run("ask", "--mode", "lexical", "wombats burrows winter").output
    let unwrapped = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(unwrapped.contains("+39 more that say the same: "))
    #expect(unwrapped.contains(" and 36 more"))
    #expect(text.split(separator: "\n").count < 15)
    let markdown = try base.tool.run(
      "ask", "--mode", "lexical", "--format", "markdown", "wombats burrows winter")
    #expect(markdown.output.contains(" and 36 more."))
  }

  @Test func jsonHasAll() throws {
    let base = try base()
    let result = try base.tool.run(
      "ask", "--mode", "lexical", "--fold", "--format", "jsonl", "wombats burrows winter")
    #expect((result.objects.first?["duplicates"] as? [String])?.count == 39)
  }
}

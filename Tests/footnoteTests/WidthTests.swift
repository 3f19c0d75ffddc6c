import Foundation
import Testing

/// Lines for people fit their terminal; only citations and paths, which are copied, are never broken.
struct WidthTests {
  private func base() throws -> SampleBase {
    let base = try SampleBase()
    let title =
      "A title that goes on and on, far beyond what fits on one line of any narrow terminal"
    try base.folder.write(
      "wiki/concepts/long.md",
      """
      ---
      title: \(title)
      type: concept
      sources: [2025/7.6.md, 2025/10.1.md, a/source/that/does/not/exist/anywhere/at/all.md]
      ---

      # \(title)

      Bacterial code and ghosts, see [[ghosts]] and [[bacterial-code]], and [a post](../../raw/2025/7.6.md).

      """)
    _ = try base.tool.run("index", "--quiet")
    return base
  }

  @Test(
    arguments: [40, 80],
    [
      "show wiki/concepts/long.md:9", "show wiki/concepts/long.md:9@00000000",
      "sources wiki/concepts/long.md", "sources ghosts of nowhere", "related wiki/concepts/long.md",
      "related ghosts", "ask --mode lexical bacterial ghosts",
    ])
  func linesFit(width: Int, command: String) throws {
    let base = try base()
    guard var terminal = try Terminal(base.tool) else { return }
    terminal.columns = width
    // Links take no columns.
    let text = try terminal.run(command, kind: "xterm-kitty")
      .replacing(#/\u{1B}\[[0-9;]*[mK]|\u{1B}\]8;;[^\u{1B}]*\u{1B}\\/#, with: "")
    #expect(!text.isEmpty)
    // The text of a file is shown as it is, behind its line's number, and messages are one line each.
    let lines = text.split(separator: "\n").filter {
      !$0.hasPrefix("footnote: ") && !$0.contains("Bacterial code and ghosts, see")
    }
    for line in lines where line.count > width {
      let isPath = line.drop { $0 == " " }.allSatisfy { !$0.isWhitespace }
      #expect(isPath, "\(line)")
    }
  }
}

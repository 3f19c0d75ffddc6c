import Foundation
import Testing

/// Names of files never steer a terminal and never break a list of lines.
struct NamesOfFilesTests {
  private static let names = [
    "esc\u{1B}[31m.md", "line\nbreak.md", "c1\u{9B}2J.md", "turn\u{202E}.md", "isolate\u{2067}.md",
    "separator\u{2028}.md", "\u{3000}wide.md",
  ]

  private func base() throws -> SampleBase {
    let base = try SampleBase()
    for name in Self.names {
      try base.folder.write("raw/\(name)", "Wombats dig burrows at night.\n")
    }
    return base
  }

  private func ask(_ base: SampleBase, _ format: String) throws -> Tool.Result {
    try base.tool.run(
      "ask", "--mode", "lexical", "--no-fold", "--format", format, "wombats burrows")
  }

  private func hasControl(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }

  @Test(arguments: ["text", "json", "jsonl", "trec"])
  func noFormatPrintsControls(format: String) throws {
    let base = try base()
    let result = try ask(base, format)
    #expect(result.status == 0)
    #expect(!hasControl(result.output), "\(result.output.debugDescription)")
  }

  @Test func citationsOfSuchNamesOpen() throws {
    let base = try base()
    let hits = try ask(base, "jsonl").objects
    #expect(hits.count == Self.names.count)
    #expect(Set(hits.compactMap { $0["path"] as? String }) == Set(Self.names.map { "raw/" + $0 }))
    for citation in hits.compactMap({ $0["citation"] as? String }) {
      let shown = try base.tool.run("show", "--no-refresh", citation)
      #expect(shown.output.contains("Wombats"), "\(citation)")
    }
  }

  @Test func filesAreOneALine() throws {
    let base = try base()
    let lines = try ask(base, "files").output.split(separator: "\n").map(String.init)
    #expect(lines.count == Self.names.count)
    #expect(lines.contains("raw/line%0Abreak.md"))
    // A program gets the name itself.
    #expect(lines.contains("raw/esc\u{1B}[31m.md"))
    guard let terminal = try Terminal(base.tool) else { return }
    let seen = try terminal.run(
      "ask --mode lexical --no-fold --format files --no-refresh wombats burrows")
    #expect(seen.contains("raw/esc%1B[31m.md"))
    #expect(!seen.contains("\u{1B}[31m.md"))
    #expect(!seen.unicodeScalars.contains { (0x7F..<0xA0).contains($0.value) })
  }
}

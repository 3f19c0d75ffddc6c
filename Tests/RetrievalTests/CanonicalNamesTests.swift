import Foundation
import Retrieval
import Testing

/// Two files whose names `String` holds for equal.
struct CanonicalNamesTests {
  private static let composed = "raw/caf\u{E9}.md"
  private static let decomposed = "raw/cafe\u{301}.md"

  private func base() throws -> SampleBase {
    try SampleBase(["raw/other.md": "Tea is served in the garden.\n"])
  }

  @Test func areTwoDocuments() throws {
    let base = try base()
    for path in [Self.composed, Self.decomposed] {
      try Data("Coffee of \(path.utf8.count) is served here.\n".utf8)
        .write(to: URL(fileURLWithPath: base.root + "/" + path))
    }
    #expect(try base.update().0.added.count == 3)
    let again = try base.update().0
    #expect(!again.hasChanges)
    #expect(again.unchanged == 3)
    #expect(try base.index().staleness() == 0)
    #expect(try base.index().status().documents == 3)
    #expect(try base.index().verify().problems == [])
    let hits = try base.ask("coffee served", SearchOptions(perDocument: 1)).hits
    #expect(Set(hits.map { Array($0.document.path.utf8) }).count == 3)
    #expect(hits.prefix(2).allSatisfy { $0.text.contains("of \($0.document.path.utf8.count) is") })
    try FileManager.default.removeItem(atPath: base.root + "/" + Self.composed)
    #expect(try base.update().0.removed.count == 1)
    #expect(try base.index().verify().problems == [])
  }

  @Test func aLinkFindsTheFileThatIsThere() throws {
    let base = try base()
    try base.write("See [the café](caf\u{E9}.md) and [[caf\u{E9}]].\n", to: "raw/links.md")
    try Data("Coffee.\n".utf8)
      .write(to: URL(fileURLWithPath: base.root + "/" + Self.decomposed))
    try base.update()
    #expect(try base.index().status().unresolvedLinks == 0)
    let resolved = try base.sql("SELECT DISTINCT hex(resolved) FROM link")
    #expect(resolved == [Self.decomposed.utf8.map { String(format: "%02X", $0) }.joined()])
  }
}

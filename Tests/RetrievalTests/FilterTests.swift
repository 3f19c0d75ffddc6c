import Corpus
import Foundation
import Retrieval
import Testing

/// Which documents a question reaches.
struct FilterTests {
  private func paths(
    _ question: String, _ filter: SearchFilter = SearchFilter(), in base: SampleBase
  ) throws -> Set<String> {
    let options = SearchOptions(limit: 100, filter: filter)
    return Set(try base.ask(question, options).hits.map(\.document.path))
  }

  private func base() throws -> SampleBase {
    let base = try SampleBase()
    try base.update()
    return base
  }

  @Test func excludedFieldsLeaveOut() throws {
    let base = try base()
    let all = try paths("ghosts code", in: base)
    #expect(all.contains { $0.hasPrefix("raw/") } && all.contains { $0.hasPrefix("wiki/") })
    #expect(
      try paths("NOT layer:raw ghosts code", in: base) == all.filter { $0.hasPrefix("wiki/") })
    #expect(try paths("-layer:wiki ghosts code", in: base) == all.filter { $0.hasPrefix("raw/") })
    let ghosts = "wiki/concepts/animals-vs-ghosts.md"
    #expect(try paths("-tag:metaphor ghosts code", in: base) == all.subtracting([ghosts]))
    #expect(
      try paths("-path:raw/2025 ghosts code", in: base) == all.filter { !$0.hasPrefix("raw/2025") })
    #expect(
      try paths("NOT type:concept ghosts code", in: base) == all.filter { $0.hasPrefix("raw/") })
    #expect(
      try paths("layer:wiki -tag:metaphor code", in: base) == ["wiki/concepts/bacterial-code.md"])
  }

  /// Filters of different origin are both meant.
  @Test func filtersOfOptionAndQuestionBothHold() throws {
    let base = try base()
    #expect(try paths("layer:wiki ghosts", SearchFilter(layers: ["raw"]), in: base).isEmpty)
    #expect(
      try paths("path:raw ghosts code", SearchFilter(paths: ["**/7.*.md"]), in: base) == [
        "raw/2025/7.6.md"
      ])
    #expect(!(try paths("layer:wiki ghosts", SearchFilter(layers: ["WIKI"]), in: base).isEmpty))
    #expect(try paths("layer:raw layer:wiki ghosts code", in: base).count > 3)
  }

  @Test func mergingKeepsWhatOneSideAsks() {
    let filter = SearchFilter(layers: ["raw"])
    #expect(filter.merging(SearchFilter()) == filter)
    #expect(SearchFilter().merging(filter) == filter)
    #expect(SearchFilter().merging(SearchFilter()).isEmpty)
    #expect(!filter.merging(SearchFilter(types: ["post"])).isEmpty)
  }

  @Test(arguments: [
    ("raw/2025", "raw/2025/7.6.md", true), ("raw/2025", "wiki/raw/2025.md", false),
    ("2025", "raw/2025/7.6.md", true), ("7.6", "raw/2025/7.6.md", true),
    ("*.md", "raw/2025/7.6.md", true), ("raw/*.md", "raw/2025/7.6.md", false),
    ("raw/**/7.*.md", "raw/2025/7.6.md", true), ("raw/**/7.*.md", "raw/7.6.md", true),
    ("**/7.6.md", "7.6.md", true), ("raw/**", "raw/2025/7.6.md", true),
    ("**", "a.md", true), ("raw/?.md", "raw/a.md", true), ("raw/[a-c].md", "raw/b.md", true),
    ("raw/[!a-c].md", "raw/b.md", false), ("/raw/*.md", "raw/a.md", true),
    ("wiki/**/*code*", "wiki/concepts/bacterial-code.md", true), ("*", "raw/a.md", true),
  ])
  func globs(pattern: String, path: String, fits: Bool) {
    #expect(Glob(pattern).matches(path) == fits, "\(pattern) \(path)")
  }

  /// With backtracking this would take longer than anybody waits.
  @Test func noGlobIsExponential() {
    let path = String(repeating: "a/", count: 60) + "x.md"
    #expect(!Glob(String(repeating: "**/", count: 60) + "y.md").matches(path))
    #expect(Glob(String(repeating: "**/", count: 60) + "x.md").matches(path))
    #expect(
      !Glob(String(repeating: "*a", count: 60) + "y").matches(String(repeating: "a", count: 90)))
  }
}

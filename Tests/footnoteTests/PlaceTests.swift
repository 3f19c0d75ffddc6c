import Foundation
import Testing

/// How pages and citations are named: from the root, from the current folder, by knowledge base.
struct PlaceTests {
  @Test(arguments: [
    "./raw/2025/7.6.md:1", "raw/../raw/2025/7.6.md:1", "raw//2025/./7.6.md:1",
    "./raw/2025/7.6.md", "wiki/../raw/2025/7.6.md",
  ])
  func pathsAreNormalised(place: String) throws {
    let base = try SampleBase()
    let result = try base.tool.run("show", place)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("raw/2025/7.6.md:1"))
  }

  @Test func pathsThatLeadOutAreRefused() throws {
    let base = try SampleBase()
    try base.folder.write("secret.md", "Secret.\n")
    var tool = base.tool
    tool.folder = base.folder.url.appendingPathComponent("raw")
    for place in ["../../etc/hostname:1", "/etc/hostname", "../secret.md:1"] {
      let result = try tool.run("show", place)
      #expect(result.status == 2, "\(place)")
      #expect(result.output.isEmpty)
    }
  }

  @Test func everyCommandReadsPathsFromHere() throws {
    let base = try SampleBase()
    var tool = base.tool
    tool.folder = base.folder.url.appendingPathComponent("wiki/concepts")
    #expect(try tool.run("show", "ghosts.md:9").status == 0)
    for name in ["ghosts.md", "./ghosts.md", "../concepts/ghosts.md", "ghosts", "ghosts.md:9"] {
      let result = try tool.run("related", "--format", "json", name)
      #expect(result.object["path"] as? String == "wiki/concepts/ghosts.md", "\(name)")
    }
    let sources = try tool.run("sources", "--format", "json", "./bacterial-code.md")
    #expect(sources.object["page"] as? String == "wiki/concepts/bacterial-code.md")
    let root = try base.tool.run("sources", "--format", "json", "./wiki/concepts/ghosts.md")
    #expect(root.object["page"] as? String == "wiki/concepts/ghosts.md")
  }

  /// Two knowledge bases, named `one` and `two`, and the options that name both.
  private func pair() throws -> (SampleBase, SampleBase, [String]) {
    let (first, second) = (try SampleBase(), try SampleBase())
    try first.folder.write("footnote.yml", "name: one\n")
    try second.folder.write("footnote.yml", "name: two\n")
    try second.folder.write("raw/wombats.md", "Wombats dig burrows at night.\n")
    return (first, second, ["--root", first.folder.url.path, "--root", second.folder.url.path])
  }

  @Test func citationsOfSeveralKnowledgeBasesOpen() throws {
    let (first, second, roots) = try pair()
    defer { withExtendedLifetime(second) {} }
    let hits = try first.tool.run(["ask", "--no-fold", "--format", "jsonl", "ghosts"] + roots)
      .objects
    #expect(Set(hits.compactMap { ($0["path"] as? String)?.prefix(4) }) == ["one/", "two/"])
    for hit in hits {
      let citation = try #require(hit["citation"] as? String)
      let hash = try #require(hit["hash"] as? String)
      let shown = try first.tool.run(
        ["show", "--format", "json", "--no-refresh", "\(citation)@\(hash)"] + roots)
      #expect(shown.object["state"] as? String == "current", "\(citation)")
      #expect(shown.object["path"] as? String == hit["path"] as? String)
      #expect((shown.object["citation"] as? String)?.hasPrefix(citation) == true)
    }
    // The name of the one knowledge base does no harm.
    let alone = try first.tool.run(
      "show", "--root", second.folder.url.path, "two/raw/wombats.md:1")
    #expect(alone.output.contains("Wombats dig"))
    let nowhere = try first.tool.run(["show", "two/raw/nothing.md:1"] + roots)
    #expect(nowhere.status == 2)
  }

  @Test func textThatMovedIsCitedWithTheName() throws {
    let (first, second, roots) = try pair()
    let hit = try #require(
      try first.tool.run(["ask", "--format", "jsonl", "wombats dig burrows"] + roots).objects.first)
    let hash = try #require(hit["hash"] as? String)
    try second.folder.write("raw/wombats.md", "Above.\n\nWombats dig burrows at night.\n")
    let moved = try first.tool.run(
      ["show", "--format", "json", "two/raw/wombats.md:1@\(hash)"] + roots)
    #expect(moved.object["moved_to"] as? String == "two/raw/wombats.md:3@\(hash)")
  }

  @Test func sourcesAndNeighboursOfSeveralKnowledgeBases() throws {
    let (first, second, roots) = try pair()
    defer { withExtendedLifetime(second) {} }
    let all = try first.tool.run(["sources", "--format", "json", "bacterial code"] + roots)
    let sources = try #require(all.object["sources"] as? [[String: Any]])
    let paths = sources.compactMap { $0["path"] as? String }
    #expect(paths.contains("one/raw/2025/7.6.md") && paths.contains("two/raw/2025/7.6.md"))
    #expect(all.object["page"] as? String == "one/wiki/concepts/bacterial-code.md")
    #expect(all.object["alternatives"] as? [String] == ["two/wiki/concepts/bacterial-code.md"])
    let one = try first.tool.run(
      ["sources", "--format", "json", "two/wiki/concepts/ghosts.md"] + roots)
    #expect(one.object["page"] as? String == "two/wiki/concepts/ghosts.md")
    let related = try first.tool.run(
      ["related", "--format", "json", "two/wiki/concepts/ghosts.md"] + roots)
    #expect(related.object["path"] as? String == "two/wiki/concepts/ghosts.md")
    let named = try first.tool.run(["related", "--format", "json", "two/Ghosts"] + roots)
    #expect(named.object["path"] as? String == "two/wiki/concepts/ghosts.md")
  }
}

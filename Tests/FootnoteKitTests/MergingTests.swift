import FootnoteKit
import Foundation
import Testing

/// Several knowledge bases answered as one.
struct MergingTests {
  private func group(_ bases: [[String: String]]) throws -> (SessionGroup, () -> Void) {
    var sessions: [Session] = []
    var roots: [URL] = []
    for files in bases {
      let root = FileManager.default.temporaryDirectory
        .appendingPathComponent("footnote-\(UUID().uuidString)")
      for (path, text) in files {
        let file = root.appendingPathComponent(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      roots.append(root)
      let session = try Session(
        SessionOptions(
          root: root.path, workingDirectory: root.path,
          environment: ["HOME": root.path, "FOOTNOTE_MODEL": root.path + "/none"]))
      _ = try session.prepare()
      sessions.append(session)
    }
    return (
      SessionGroup(sessions),
      { for root in roots { try? FileManager.default.removeItem(at: root) } }
    )
  }

  /// Each knowledge base keeps the order that it has alone: priors and named pages are not lost.
  @Test func eachKeepsItsOwnOrder() throws {
    let heron = [
      "wiki/concepts/heron.md": "---\ntitle: Heron\n---\n\n# Heron\n\nA bird that waits.\n",
      "raw/1.md": "The heron, the heron and the heron again: heron.\n",
      "raw/2.md": "A heron by the pond.\n",
    ]
    let other = ["raw/pond.md": "A pond of a heron with reeds.\n"]
    let (group, remove) = try group([heron, other])
    defer { remove() }
    let together = try group.searcher(for: .lexical).search("heron")
    let alone = try SessionGroup([group.sessions[0]]).searcher(for: .lexical).search("heron")
    let name = try #require(together.hits.first?.citation.path.split(separator: "/").first)
    #expect(together.hits.first?.citation.path == "\(name)/wiki/concepts/heron.md")
    let own = together.hits.map(\.citation.path).filter { $0.hasPrefix(name + "/") }
    #expect(own == alone.hits.map { "\(name)/" + $0.citation.path })
    #expect(together.hits.map(\.rank) == Array(1...together.hits.count))
    #expect(together.hits.count == alone.hits.count + 1)
    let fewer = try group.searcher(for: .lexical)
      .search("heron", options: SearchOptions(limit: 1))
    #expect(fewer.hits.first?.citation == together.hits.first?.citation)
  }

  @Test func theirGraphsStandBesideEachOther() throws {
    let files = ["wiki/a.md": "To [[b]] and [[nowhere]].\n", "wiki/b.md": "From [[a]].\n"]
    let (group, remove) = try group([files, files])
    defer { remove() }
    let searcher = try group.searcher(for: .lexical)
    let graph = try #require(try searcher.linkGraph())
    let names = try group.sessions.map { try #require(group.name(of: $0)) }
    #expect(graph.nodes.map(\.path) == names.flatMap { ["\($0)/wiki/a.md", "\($0)/wiki/b.md"] })
    #expect(graph.edges.map { [$0.from, $0.to] } == [[0, 1], [1, 0], [2, 3], [3, 2]])
    #expect(graph.unresolved.map(\.path) == names.map { "\($0)/wiki/a.md" })
    #expect(try searcher.summary().documents == 4)
    let counted = try searcher.search("from", options: SearchOptions(limit: 1, counted: 10))
    #expect(counted.hits.count == 1)
    #expect(Set((counted.hits.map(\.document) + counted.further).map(\.path)).count == 2)
  }
}

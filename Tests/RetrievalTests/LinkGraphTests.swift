import Retrieval
import Testing

/// The link graph from the index.
struct LinkGraphTests {
  private static let files = SampleBase.ghosts.merging([
    "wiki/index.md": "---\ntype: index\n---\n\n- [[bacterial-code]]\n- [[animals-vs-ghosts]]\n",
    "wiki/concepts/lonely.md":
      "---\ntitle: Lonely\ntype: concept\n---\n\n# Lonely\n\nAlone, see [[nowhere]] and [[Nowhere]].\n",
    "wiki/concepts/citing.md": """
    ---
    title: Citing
    type: concept
    sources: [2025/7.6.md]
    ---

    # Citing

    Said twice ([a](../../raw/2025/7.6.md#L3), [b](../../raw/2025/7.6.md#L1)) and once more \
    ([c](../../raw/2025/7.6.md#L3)). See [[bacterial-code]], [[bacterial-code#x|again]], [[citing]] \
    and <https://example.com>.
    """,
  ]) { $1 }

  private func graph(_ options: GraphOptions = GraphOptions()) throws -> LinkGraph? {
    let base = try SampleBase(Self.files)
    try base.update(nil)
    return try base.index().linkGraph(options)
  }

  private func edges(_ graph: LinkGraph, from path: String) -> [String] {
    graph.edges.filter { graph.nodes[$0.from].path == path }.map { edge in
      "\(edge.kind.rawValue) \(graph.nodes[edge.to].path) \(edge.count) \(edge.lines)"
    }
  }

  @Test func edgesByKind() throws {
    let graph = try #require(try graph())
    #expect(
      edges(graph, from: "wiki/concepts/citing.md") == [
        "source raw/2025/7.6.md 1 []", "citation raw/2025/7.6.md 3 [1, 3]",
        "link wiki/concepts/bacterial-code.md 2 []",
      ])
    // A raw document is cited even where no line is named.
    #expect(
      edges(graph, from: "wiki/concepts/bacterial-code.md")
        .contains("citation raw/2026/2.12.md 1 []"))
    #expect(graph.nodes.map(\.path) == graph.nodes.map(\.path).sorted())
    let citing = try #require(graph.nodes.first { $0.title == "Citing" })
    #expect(citing.type == "concept" && citing.layer == "wiki")
    #expect(citing.summary.hasPrefix("Said twice"))
  }

  @Test func catalogueAndLogTakePartWhereAsked() throws {
    let graph = try #require(try graph())
    #expect(graph.leftOut == ["wiki/index.md"])
    #expect(!graph.nodes.contains { $0.path == "wiki/index.md" })
    let all = try #require(try self.graph(GraphOptions(includesLists: true)))
    #expect(all.leftOut == [] && all.nodes.contains { $0.path == "wiki/index.md" })
    let asked = try #require(try self.graph(GraphOptions(types: ["INDEX"])))
    #expect(asked.nodes.map(\.path) == ["wiki/index.md"])
  }

  @Test func missingTargetsAreOneNodeEach() throws {
    let graph = try #require(try graph())
    #expect(
      graph.unresolved.filter { $0.path == "wiki/concepts/lonely.md" }.map(\.target)
        == ["nowhere", "Nowhere"])
    #expect(graph.unresolved.contains { $0.target == "2025/99.md" && $0.line == nil })
    #expect(graph.nodes.filter(\.isMissing).isEmpty)
    let with = try #require(try self.graph(GraphOptions(includesMissing: true)))
    #expect(with.nodes.filter(\.isMissing).map(\.path).sorted() == ["2025/99.md", "nowhere"])
    #expect(edges(with, from: "wiki/concepts/lonely.md") == ["link nowhere 2 []"])
  }

  @Test func orphansAndParts() throws {
    let graph = try #require(try graph())
    let orphans = graph.orphans().map { graph.nodes[$0].path }
    #expect(orphans == ["wiki/concepts/citing.md", "wiki/concepts/lonely.md"])
    let parts = graph.components().map(\.count)
    #expect(parts == [graph.nodes.count - 1, 1])
    let most = try #require(graph.mostLinked(1).first)
    #expect(graph.nodes[most.node].path == "raw/2025/7.6.md" && most.count == 2)
  }

  @Test func filters() throws {
    let concepts = try #require(try graph(GraphOptions(layers: ["WIKI"], types: ["Concept"])))
    #expect(concepts.nodes.allSatisfy { $0.type == "concept" })
    #expect(concepts.nodes.count == 4 && concepts.edges.allSatisfy { $0.kind == .link })
    #expect(try #require(try graph(GraphOptions(types: ["nonsense"]))).nodes.isEmpty)
  }

  @Test func aroundAPage() throws {
    let near = try #require(try graph(GraphOptions(around: "Citing")))
    #expect(
      near.nodes.map(\.path) == [
        "raw/2025/7.6.md", "wiki/concepts/bacterial-code.md", "wiki/concepts/citing.md",
      ])
    #expect(near.centre.map { near.nodes[$0].title } == "Citing")
    #expect(near.unresolved.isEmpty)
    let alone = try #require(try graph(GraphOptions(around: "Citing", depth: 0)))
    #expect(alone.nodes.map(\.title) == ["Citing"])
    let all = try #require(try graph(GraphOptions(around: "Citing", depth: .max)))
    #expect(all.nodes.count == 7)
    // The page itself is shown whatever its type; the way leads through the wanted types.
    let posts = try #require(
      try graph(GraphOptions(types: ["post"], around: "Citing", depth: 5)))
    #expect(posts.nodes.map(\.path) == ["raw/2025/7.6.md", "wiki/concepts/citing.md"])
    #expect(try graph(GraphOptions(around: "no such page")) == nil)
    #expect(try graph(GraphOptions(around: "")) == nil)
  }

  @Test func anEmptyBaseHasAnEmptyGraph() throws {
    let base = try SampleBase(["raw/empty.md": ""])
    try base.update(nil)
    let graph = try #require(try base.index().linkGraph())
    #expect(graph.nodes.map(\.path) == ["raw/empty.md"] && graph.edges.isEmpty)
    #expect(graph.components() == [[0]] && graph.mostLinked(3).isEmpty)
  }
}

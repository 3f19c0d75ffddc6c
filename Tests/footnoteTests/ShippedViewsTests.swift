import Foundation
import Testing

/// The views of the knowledge base that ships: how they are made, not how much content is there.
struct ShippedViewsTests {
  private let base: ShippedBase

  init() throws {
    base = try ShippedBase()
    let result = try base.run("index", "--quiet")
    try #require(base.folder.exists("index/footnote.sqlite"), "\(result.errors)")
  }

  @Test func status() throws {
    let status = try base.run("status", "--format", "json").object
    #expect((status["layers"] as? [String: Int])?["raw"] == 109)
    let types = try #require(status["types"] as? [String: Int])
    for (type, count) in [("source-summary", 31), ("concept", 50), ("entity", 43), ("method", 1)] {
      #expect(types[type] == count, "\(type)")
    }
    for type in ["claim", "comparison", "synthesis", "paper", "dataset"] {
      #expect(types[type] ?? 0 > 0, "\(type)")
    }
  }

  @Test func graph() throws {
    let graph = try base.run("graph", "--format", "json", "--no-refresh").object
    let nodes = try #require(graph["nodes"] as? [[String: Any]])
    let edges = try #require(graph["edges"] as? [[String: Any]])
    let paths = Set(nodes.compactMap { $0["path"] as? String })
    #expect(paths.count == nodes.count && nodes.count > 200)
    #expect(Set(edges.compactMap { $0["kind"] as? String }) == ["link", "source", "citation"])
    for edge in edges {
      #expect(paths.contains(edge["from"] as? String ?? ""))
      #expect(paths.contains(edge["to"] as? String ?? ""))
    }
    // The wiki hangs together.
    #expect((graph["components"] as? [Int])?.first == nodes.count)
    #expect(nodes.allSatisfy { !($0["summary"] as? String ?? "").isEmpty })
  }

  @Test func timelines() throws {
    let documents = try base.run("timeline", "--format", "json", "--no-refresh").object
    let entries = try #require(documents["entries"] as? [[String: Any]])
    let dates = entries.compactMap { $0["date"] as? String }
    #expect(dates.count == entries.count && dates == dates.sorted() && entries.count > 200)
    let answer = try base.run(
      "timeline", "--format", "json", "--no-refresh", "--score", "0.2", "bacterial", "code"
    ).object
    let found = try #require(answer["entries"] as? [[String: Any]])
    #expect(Set(found.compactMap { $0["kind"] as? String }) == ["passage", "statement"])
    let post = found.first { $0["path"] as? String == "raw/2025/7.6.md" }
    #expect(post?["date"] as? String == "2025-07-06")
    #expect((post?["duplicates"] as? [String])?.isEmpty == false)
    for entry in found {
      let citation = try #require(entry["citation"] as? String)
      #expect(try base.run("show", "--format", "json", citation).status == 0, "\(citation)")
    }
  }

  @Test func pages() throws {
    for command in ["graph", "timeline"] {
      let page = try base.run(command, "--format", "html", "--no-refresh").output
      #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"), "\(command)")
      #expect(page.utf8.count < 2_000_000)
    }
  }
}

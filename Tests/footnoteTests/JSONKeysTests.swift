import Foundation
import Testing

/// `docs/json.md` names exactly the keys that are printed.
struct JSONKeysTests {
  private let documented: [String: Set<String>]

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent("docs/json.md"), encoding: .utf8)
    var sections: [String: Set<String>] = [:]
    var section = ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("## ") { section = String(line.dropFirst(3)) }
      guard line.hasPrefix("| `"), let key = line.split(separator: "`").dropFirst().first else {
        continue
      }
      sections[section, default: []].insert(String(key))
    }
    documented = sections
  }

  private func expect(_ section: String, _ object: Any?) throws {
    let object = try #require(object as? [String: Any], "\(section)")
    #expect(Set(object.keys) == documented[section], "\(section)")
  }

  private func first(_ list: Any?) -> Any? {
    (list as? [Any])?.first
  }

  private func json(_ base: SampleBase, _ arguments: String...) throws -> [String: Any] {
    let command = [arguments[0], "--format", "json"] + arguments.dropFirst()
    return try base.tool.run(command).object
  }

  @Test func answers() throws {
    let base = try SampleBase()
    let answer = try json(base, "ask", "bacterial code")
    try expect("ask", answer)
    try expect("ask: index", answer["index"])
    let hit = first(answer["hits"])
    try expect("hit", hit)
    try expect("hit: signals", (hit as? [String: Any])?["signals"])
    let line = try base.tool.run("ask", "--format", "jsonl", "bacterial code").objects.first
    try expect("hit", line)
    let failed = try base.tool.run("ask", "--batch", "-", input: "after:never\n").objects.first
    try expect("a question that failed", failed)
  }

  @Test func concepts() throws {
    let base = try SampleBase()
    try base.folder.write("raw/2025/same.md", "One.\n")
    try base.folder.write("raw/2024/same.md", "Two.\n")
    try base.folder.write(
      "wiki/concepts/two.md", "---\ntitle: Two\nsources: [same.md, 2025/7.6.md]\n---\n\nTwo.\n")
    let sources = try json(base, "sources", "wiki/concepts/two.md")
    try expect("sources", sources)
    let source = first(sources["sources"]) as? [String: Any]
    try expect("sources: source", source)
    try expect("hit", first(source?["passages"]))
    try expect("sources: ambiguous", first(sources["ambiguous"]))
    let provenance = try json(base, "provenance", "ghosts")
    try expect("provenance", provenance)
    let statement = first(provenance["statements"]) as? [String: Any]
    try expect("provenance: statement", statement)
    let support = first(statement?["sources"]) as? [String: Any]
    try expect("provenance: source", support)
    try expect("hit", support?["hit"])
    let related = try json(base, "related", "ghosts")
    try expect("related", related)
    try expect("related: neighbour", first(related["related"]))
  }

  @Test func places() throws {
    let base = try SampleBase()
    try expect("show", json(base, "show", "raw/2025/7.6.md:1"))
    try expect("show", json(base, "show", "raw/nowhere.md:1@00000000"))
  }

  @Test func additions() throws {
    let base = try SampleBase()
    try base.folder.write("a.txt", "One.\n")
    try base.folder.write("b.txt", "One.\n")
    try Data([0x43, 0xE9]).write(to: base.folder.url.appendingPathComponent("c.txt"))
    let result = try json(base, "add", "a.txt", "b.txt", "c.txt", "nowhere.txt")
    try expect("add", result)
    try expect("add: file", first(result["added"]))
    try expect("add: known", first(result["known"]))
    try expect("add: failed", first(result["failed"]))
    try expect("add: remark", first(result["remarks"]))
  }

  @Test func state() throws {
    let base = try SampleBase()
    try FileManager.default.createSymbolicLink(
      atPath: base.folder.url.path + "/raw/out.md", withDestinationPath: "/etc/hostname")
    _ = try base.tool.run("index", "--quiet")
    let status = try json(base, "status")
    try expect("status", status)
    try expect("status: coverage", first(status["coverage"]))
    if let skipped = first(status["skipped"]) { try expect("status: skipped", skipped) }
    let doctor = try json(base, "doctor")
    try expect("doctor", doctor)
    try expect("doctor: check", first(doctor["checks"]))
  }

  @Test func views() throws {
    let base = try SampleBase()
    try base.folder.write("wiki/concepts/gone.md", "# Gone\n\nSee [[nowhere]].\n")
    let graph = try json(base, "graph")
    try expect("graph", graph)
    try expect("graph: node", first(graph["nodes"]))
    try expect("graph: edge", first(graph["edges"]))
    try expect("graph: unresolved", first(graph["unresolved"]))
    let timeline = try json(base, "timeline", "ghosts")
    try expect("timeline", timeline)
    try expect("timeline: entry", first(timeline["entries"]))
    try expect("timeline: entry", first(try json(base, "timeline")["entries"]))
  }

  @Test func keeping() throws {
    let base = try SampleBase()
    let lint = try base.tool.run("lint", "--fix", "--dry-run", "--format", "json").object
    try expect("lint", lint)
    try expect("lint: finding", first(lint["findings"]))
    try expect("lint: fix", first(lint["fixes"]))
    try expect("init", try json(base, "init", "new"))
    let catalog = try json(base, "catalog")
    try expect("catalog", catalog)
    try expect("catalog: change", first(catalog["changes"]))
    try base.folder.write("wiki/log.md", "## yesterday\n\n## [2026-04-15] lint | All\n- clean\n")
    let log = try json(base, "log")
    try expect("log", log)
    try expect("log: entry", first(log["entries"]))
    try expect("log: malformed", first(log["malformed"]))
  }
}

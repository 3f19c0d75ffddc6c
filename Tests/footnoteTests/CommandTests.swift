import Foundation
import Testing

/// The other commands.
struct CommandTests {
  @Test func indexSaysWhatItDid() throws {
    let base = try SampleBase()
    let first = try base.tool.run("index")
    #expect(first.status == 0)
    #expect(first.output.hasPrefix("5 documents (5 added), "))
    let second = try base.tool.run("index", "--verify")
    #expect(second.output.contains("5 documents (nothing changed)"))
    #expect(second.output.contains("verified: "))
    #expect(try base.tool.run("index", "--quiet").output.isEmpty)
    #expect(try base.tool.run("index", "--full").status == 0)
  }

  @Test func verificationFindsWhatWasChangedBehindItsBack() throws {
    let base = try SampleBase()
    _ = try base.tool.run("index", "--quiet")
    let path = base.folder.url.appendingPathComponent(".footnote/footnote.sqlite").path
    let sql = "UPDATE passage SET digest = zeroblob(32) WHERE id = (SELECT min(id) FROM passage)"
    guard try base.tool.shell("command -v sqlite3").status == 0 else {
      print("skipped: there is no sqlite3 shell")
      return
    }
    _ = try base.tool.shell("sqlite3 '\(path)' '\(sql)'")
    let result = try base.tool.run("index", "--verify")
    #expect(result.status == 2)
    #expect(result.output.contains("1 problem"))
  }

  @Test func statusCounts() throws {
    let base = try SampleBase()
    _ = try base.tool.run("index", "--quiet")
    let object = try base.tool.run("status", "--format", "json").object
    #expect(object["documents"] as? Int == 5)
    #expect(object["layers"] as? [String: Int] == ["raw": 3, "wiki": 2])
    #expect(object["stale"] as? Int == 0)
    #expect(object["unresolved_sources"] as? Int == 1)
    for key in ["passages", "types", "model", "embedded", "bytes", "skipped", "issues"] {
      #expect(object[key] != nil, "\(key)")
    }
    #expect(try base.tool.run("status").output.contains("raw 3, wiki 2"))
  }

  @Test func sourcesNamesEveryOne() throws {
    let base = try SampleBase()
    let result = try base.tool.run("sources", "--format", "json", "bacterial", "code")
    #expect(result.status == 0)
    #expect(result.object["page"] as? String == "wiki/concepts/bacterial-code.md")
    #expect(result.object["unresolved"] as? [String] == ["2025/nowhere.md"])
    let sources = try #require(result.object["sources"] as? [[String: Any]])
    #expect(sources.first?["path"] as? String == "raw/2025/7.6.md")
    let text = try base.tool.run("sources", "bacterial code").output
    #expect(text.contains("2025/nowhere.md"))
    #expect(text.contains("declared"))
  }

  @Test func relatedFollowsLinks() throws {
    let base = try SampleBase()
    let result = try base.tool.run("related", "--format", "json", "Ghosts")
    #expect(result.status == 0)
    let related = try #require(result.object["related"] as? [[String: Any]])
    #expect(related.contains { $0["path"] as? String == "wiki/concepts/bacterial-code.md" })
    let nothing = try base.tool.run("related", "zzqq")
    #expect(nothing.status == 1)
    #expect(nothing.output.isEmpty)
  }

  @Test func showFollowsTextThatMoved() throws {
    let base = try SampleBase()
    let hit = try #require(
      try base.tool.run("ask", "--format", "jsonl", "-n", "1", "summoning ghosts animals").objects
        .first)
    let citation = try #require(hit["citation"] as? String)
    let hash = try #require(hit["hash"] as? String)
    let kept = "\(citation)@\(hash)"
    let current = try base.tool.run("show", "--format", "json", kept)
    #expect(current.object["state"] as? String == "current")
    let path = try #require(hit["path"] as? String)
    try base.folder.write(path, "New first line.\n\n" + base.folder.read(path))
    let moved = try base.tool.run("show", "--format", "json", kept)
    #expect(moved.status == 0)
    #expect(moved.object["state"] as? String == "moved")
    #expect(moved.object["moved_to"] as? String == "\(path):3@\(hash)")
    try base.folder.write(path, "Something else.\n")
    let gone = try base.tool.run("show", kept)
    #expect(gone.status == 1)
    #expect(gone.output.contains("gone"))
  }

  @Test func showTakesPlainPaths() throws {
    let base = try SampleBase()
    #expect(try base.tool.run("show", "raw/2025/7.6.md").output.contains("horizontal gene"))
    let line = try base.tool.run("show", "--context", "2", "raw/2025/7.6.md:1")
    #expect(line.output.contains("Bacterial code is small"))
    #expect(line.output.contains("horizontal gene"))
    var tool = base.tool
    tool.folder = base.folder.url.appendingPathComponent("raw/2025")
    #expect(try tool.run("show", "7.6.md:1").output.contains("Bacterial code is small"))
  }

  @Test func doctorChecksEverything() throws {
    let base = try SampleBase()
    _ = try base.tool.run("index", "--quiet")
    let result = try base.tool.run("doctor", "--format", "json")
    #expect(result.status == 0)
    let checks = try #require(result.object["checks"] as? [[String: Any]])
    let names = checks.compactMap { $0["name"] as? String }
    for name in ["processor", "memory", "SQLite", "model", "knowledge base", "layers", "index"] {
      #expect(names.contains(name), "\(name)")
    }
    #expect(checks.allSatisfy { $0["state"] as? String == "ok" || $0["remedy"] is String })
    let nowhere = try base.tool.run("doctor", "--root", "/nowhere/at/all")
    #expect(nowhere.status == 2)
    #expect(nowhere.output.contains("fail  knowledge base"))
  }

  @Test func aKnowledgeBaseThatIsNamedTwiceIsAskedOnce() throws {
    let base = try SampleBase()
    let root = base.folder.url.path
    let once = try base.tool.run("ask", "--format", "jsonl", "--root", root, "ghosts")
    let twice = try base.tool.run(
      "ask", "--format", "jsonl", "--root", root, "--root", root + "/raw/..", "ghosts")
    #expect(once.status == 0)
    #expect(twice.output == once.output)
  }

  @Test func askNamesWhatIsNotIndexed() throws {
    let base = try SampleBase()
    try FileManager.default.createSymbolicLink(
      atPath: base.folder.url.path + "/raw/out.md", withDestinationPath: "/etc/hostname")
    let first = try base.tool.run("ask", "ghosts")
    #expect(first.status == 0)
    #expect(first.errors.contains("skipped raw/out.md: "), "\(first.errors)")
    #expect(!(try base.tool.run("ask", "ghosts").errors.contains("skipped")))
  }

  @Test func severalKnowledgeBasesAreAskedAsOne() throws {
    let (first, second) = (try SampleBase(), try SampleBase())
    try first.folder.write("footnote.yml", "name: one\n")
    try second.folder.write("footnote.yml", "name: two\n")
    let roots = ["--root", first.folder.url.path, "--root", second.folder.url.path]
    let result = try first.tool.run(
      ["ask", "--format", "jsonl", "--no-fold", "summoning ghosts animals"] + roots)
    #expect(result.status == 0)
    let citations = result.objects.compactMap { $0["citation"] as? String }
    #expect(citations.contains("one/raw/2025/10.1.md:1"))
    #expect(citations.contains("two/raw/2025/10.1.md:1"))
    let scores = result.objects.compactMap { $0["score"] as? Double }
    #expect(scores == scores.sorted(by: >))
    let context = try first.tool.run(["ask", "--context", "1", "summoning ghosts"] + roots)
    #expect(context.status == 0)
  }
}

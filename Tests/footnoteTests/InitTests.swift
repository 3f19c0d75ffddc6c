import Foundation
import Testing

/// `footnote init` as a user runs it.
struct InitTests {
  @Test func aNewKnowledgeBasePassesLint() throws {
    let folder = try TemporaryFolder()
    let tool = Tool(folder: folder.url)
    let result = try tool.run("init", "kb", "--name", "Mine")
    #expect(result.status == 0)
    #expect(result.output.contains("  made  wiki/index.md\n"))
    #expect(result.output.contains("  cd \(folder.url.path)/kb\n"))
    let lint = try tool.run("lint", "--root", "kb")
    #expect(lint.status == 0)
    #expect(lint.output == "3 files, nothing found\n")
    #expect(try tool.run("catalog", "--check", "--root", "kb").status == 0)
    #expect(try tool.run("ask", "--root", "kb", "shortest form").status == 0)
    #expect(folder.exists("kb/Index/footnote.sqlite"))
    let again = try tool.run("init", "--root", "kb", "--format", "json").object
    #expect((again["made"] as? [Any])?.isEmpty == true)
  }

  @Test func whatCannotBeMadeIsOneClearError() throws {
    let folder = try TemporaryFolder()
    try folder.write("file", "")
    let tool = Tool(folder: folder.url)
    let result = try tool.run("init", "file")
    #expect(result.status == 2)
    #expect(result.errors.contains("there is a file of this name"))
    #expect(try tool.run("init", "a", "--root", "b").status == 2)
    #expect(try tool.run("init", "--name", "").status == 2)
    guard let other = try OtherUser(tool) else {
      print("skipped: only the superuser can become another user, with setpriv")
      return
    }
    let closed = try other.run("init kb")
    #expect(closed.status == 2)
    #expect(closed.errorLines.count == 1)
    #expect(!folder.exists("kb"))
  }

  @Test func nothingIsMadeThroughALinkThatLeadsOut() throws {
    for place in ["raw", "wiki", "wiki/concepts"] {
      let folder = try TemporaryFolder()
      let outside = try TemporaryFolder()
      try folder.write("kb/wiki/x.txt", "")
      if place == "wiki" {
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent("kb/wiki"))
      }
      try FileManager.default.createSymbolicLink(
        at: folder.url.appendingPathComponent("kb/" + place), withDestinationURL: outside.url)
      let result = try Tool(folder: folder.url).run("init", "kb")
      #expect(result.status == 2)
      #expect(result.errors.contains("leads out of the knowledge base"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: outside.url.path) == [])
      #expect(!folder.exists("kb/footnote.yml"))
    }
  }
}

import Foundation
import Testing

/// `footnote catalog` as a user runs it.
struct CatalogTests {
  @Test func checkWritesNothing() throws {
    let base = try SampleBase()
    let result = try base.tool.run("catalog", "--check")
    #expect(result.status == 1)
    #expect(
      result.output.contains(
        "+| [[bacterial-code\\|Bacterial code]] | Code written like the genome of bacteria |"))
    #expect(try base.tool.run("catalog", "--dry-run").status == 0)
    #expect(!base.folder.exists("wiki/index.md"))
  }

  @Test func writingMakesTheCheckPass() throws {
    let base = try SampleBase()
    let result = try base.tool.run("catalog")
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("wiki/index.md: 2 pages, 2 pages without a row; written\n"))
    #expect(
      try base.tool.run("catalog", "--check").output == "wiki/index.md: 2 pages, up to date\n")
    let before = try base.folder.read("wiki/index.md")
    #expect(try base.tool.run("catalog", "--format", "json").object["written"] as? Bool == false)
    #expect(try base.folder.read("wiki/index.md") == before)
  }

  @Test func aFolderThatCannotBeWrittenIsOneClearError() throws {
    let base = try SampleBase()
    guard let other = try OtherUser(base.tool) else {
      print("skipped: only the superuser can become another user, with setpriv")
      return
    }
    for command in ["catalog", "log add lint All --note done"] {
      let result = try other.run(command)
      #expect(result.status == 2)
      #expect(result.errorLines.count == 1)
      #expect(result.errors.contains("cannot be written"), "\(result.errors)")
    }
    #expect(try other.run("catalog --check").status == 1)
    #expect(!base.folder.exists("wiki/index.md") && !base.folder.exists("wiki/log.md"))
  }

  @Test func notesWithoutAWikiHaveNone() throws {
    let notes = try TemporaryFolder()
    try notes.write("a.md", "A.\n")
    for arguments in [["catalog"], ["log"], ["log", "add", "lint", "All", "--note", "x"]] {
      let result = try Tool(folder: notes.url).run(arguments + ["--root", "."])
      #expect(result.status == 2)
      #expect(result.errors.contains("there is no layer wiki"))
    }
  }

  @Test func aLayerWithoutItsFolderIsTrouble() throws {
    let base = try SampleBase()
    try base.folder.write(
      "footnote.yml", "layers: [{name: raw, path: sources}, {name: wiki, path: wiki}]\n")
    let result = try base.tool.run("catalog", "--check")
    #expect(result.status == 2)
    #expect(result.errorLines.last?.contains("sources") == true)
    #expect(!base.folder.exists("wiki/index.md"))
  }
}

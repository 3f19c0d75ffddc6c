import Foundation
import Testing

/// Errors are one line on standard error, and status 2.
struct ErrorTests {
  private func expectOneLine(_ result: Tool.Result, _ part: String = "footnote: ") {
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 1, "\(result.errors)")
    #expect(result.errors.hasPrefix("footnote: "))
    #expect(result.errors.contains(part), "\(result.errors)")
  }

  @Test func unknownRoot() throws {
    let base = try SampleBase()
    expectOneLine(try base.tool.run("ask", "--root", "/nowhere/at/all", "x"), "/nowhere/at/all")
  }

  @Test func aRootThatIsAFile() throws {
    let base = try SampleBase()
    let file = base.folder.url.appendingPathComponent("raw/2025/7.6.md").path
    expectOneLine(try base.tool.run("ask", "--root", file, "x"), "this is not a folder")
    expectOneLine(try base.tool.run("ask", "--root", file + "x", "x"), "there is no such folder")
  }

  /// Only the standard model can be had by `make model`.
  @Test func adviceFitsTheModel() throws {
    let base = try SampleBase()
    _ = try base.tool.run("index", "--quiet")
    let other = try base.tool.run("ask", "--model", "e5-small", "x")
    expectOneLine(other, "e5-small is not installed")
    #expect(!other.errors.contains("make model"))
    let standard = try base.tool.run("ask", "--mode", "semantic", "x")
    expectOneLine(standard, "make model installs it")
  }

  @Test func anEditorThatIsNotThere() throws {
    let base = try SampleBase()
    _ = try base.tool.run("index", "--quiet")
    for editor in ["no-such-editor", "no-such-editor --wait", "/nowhere/vi"] {
      var tool = base.tool
      tool.environment["EDITOR"] = editor
      let result = try tool.run("ask", "--open", "--mode", "lexical", "ghosts")
      #expect(result.status == 2)
      #expect(result.errorLines.count == 1, "\(result.errors)")
      #expect(result.errors.contains("the editor cannot be started: there is no program "))
    }
    var tool = base.tool
    tool.environment["EDITOR"] = "WIDTH=3 sh -c 'echo $WIDTH'"
    #expect(try tool.run("ask", "--open", "--mode", "lexical", "ghosts").output.hasSuffix("3\n"))
  }

  @Test func noKnowledgeBase() throws {
    let folder = try TemporaryFolder()
    expectOneLine(try Tool(folder: folder.url).run("status"), "--root")
  }

  @Test(arguments: [
    ["ask"], ["ask", "--limit", "0", "x"], ["ask", "--mode", "psychic", "x"], ["frobnicate"],
    ["ask", "--weight", "2", "x"], ["ask", "--fusion", "rrf", "--weight", "0.5", "x"],
    ["ask", "--batch", "-", "and a question"], ["ask", "--nonsense", "x"], ["sources"], ["show"],
    ["ask", "--root", "a", "--root", "b", "--index", "c", "x"], ["index", "--watch", "--verify"],
    ["status", "--root", ".", "--root", "."], ["ask", "--root", "", "x"],
    ["ask", "--index", "", "x"], ["index", "--model", ""],
  ])
  func usage(_ arguments: [String]) throws {
    let base = try SampleBase()
    expectOneLine(try base.tool.run(arguments))
  }

  @Test(arguments: [
    ["ask", "after:yesteryear", "x"], ["ask", "--after", "someday", "x"],
    ["ask", "--layer", "cellar", "x"], ["ask", "layer:cellar x"], ["ask", "--path", "[a", "x"],
    ["ask", "  "],
  ])
  func malformedQuestion(_ arguments: [String]) throws {
    let base = try SampleBase()
    _ = try base.tool.run("index", "--quiet")
    expectOneLine(try base.tool.run(arguments))
  }

  @Test(arguments: [
    "raw/2025/7.6.md:0", "raw/2025/7.6.md:5-1", "raw/2025/7.6.md:1@zz", "nothing.md",
  ])
  func malformedCitation(_ citation: String) throws {
    let base = try SampleBase()
    _ = try base.tool.run("index", "--quiet")
    expectOneLine(try base.tool.run("show", citation))
  }

  @Test func statusBeforeAnythingIsBuilt() throws {
    let base = try SampleBase()
    expectOneLine(try base.tool.run("status"), "footnote index")
  }

  @Test func namedModelThatIsNotThere() throws {
    let base = try SampleBase()
    expectOneLine(try base.tool.run("ask", "--model", "no-such-model", "x"), "no-such-model")
    expectOneLine(try base.tool.run("index", "--model", "no-such-model"), "no-such-model")
  }

  @Test func damagedIndexIsRebuiltOrRefused() throws {
    let base = try SampleBase()
    _ = try base.tool.run("index", "--index", "built", "--quiet")
    try base.folder.write("built/footnote.sqlite", String(repeating: "garbage ", count: 1000))
    let refused = try base.tool.run("ask", "--index", "built", "--no-refresh", "ghosts")
    expectOneLine(refused, "damaged")
    let mended = try base.tool.run("ask", "--index", "built", "ghosts")
    #expect(mended.status == 0)
    #expect(mended.errors.contains("rebuilt the index"))
  }

  @Test func anIndexAmongNotes() throws {
    let base = try SampleBase()
    expectOneLine(try base.tool.run("index", "--index", "raw"), "the index cannot lie here")
    expectOneLine(try base.tool.run("ask", "--index", ".", "x"), "the index cannot lie here")
    try base.folder.write("footnote.yml", "index: raw\n")
    expectOneLine(try base.tool.run("ask", "x"), "the index cannot lie here")
    #expect(!base.folder.exists("raw/footnote.sqlite"))
  }

  @Test func anIndexThatLeadsElsewhere() throws {
    let base = try SampleBase()
    let other = try TemporaryFolder()
    try other.write("secret.txt", "My own.\n")
    try FileManager.default.createSymbolicLink(
      at: base.folder.url.appendingPathComponent("Index"), withDestinationURL: other.url)
    expectOneLine(try base.tool.run("ask", "x"), "leads out of the knowledge base")
    #expect(try FileManager.default.contentsOfDirectory(atPath: other.url.path) == ["secret.txt"])
  }

  @Test func configurationThatIsWrong() throws {
    let base = try SampleBase()
    try base.folder.write("footnote.yml", "layers: {this is: [not it\n")
    expectOneLine(try base.tool.run("ask", "x"), "footnote.yml")
  }
}

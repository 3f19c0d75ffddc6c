import Foundation
import Testing

/// Filters as options and in the question, over the binary.
struct FilterTests {
  private func files(_ base: SampleBase, _ arguments: String...) throws -> [String] {
    let result = try base.tool.run(["ask", "--format", "files", "-n", "50"] + arguments)
    return result.output.split(separator: "\n").map(String.init)
  }

  @Test func layersOfAnyCaseCanBeAsked() throws {
    let base = try SampleBase()
    try base.folder.write(
      "footnote.yml", "layers: [{name: Raw, path: raw}, {name: Wiki, path: wiki}]\n")
    for arguments in [["--layer", "raw", "code"], ["--layer", "RAW", "code"], ["layer:Raw code"]] {
      let result = try base.tool.run(["ask", "--format", "files"] + arguments)
      let paths = result.output.split(separator: "\n")
      #expect(!paths.isEmpty && paths.allSatisfy { $0.hasPrefix("raw/") }, "\(arguments)")
    }
    #expect(try files(base, "NOT layer:raw code").allSatisfy { $0.hasPrefix("wiki/") })
  }

  @Test func layersThatDifferInCaseAreRefused() throws {
    let base = try SampleBase()
    try base.folder.write("footnote.yml", "layers: [{name: a, path: raw}, {name: A, path: wiki}]\n")
    let result = try base.tool.run("ask", "code")
    #expect(result.status == 2)
    #expect(result.errors.contains("footnote.yml:1"))
  }

  @Test func optionAndQuestionBothHold() throws {
    let base = try SampleBase()
    #expect(try files(base, "--layer", "raw", "layer:wiki ghosts").isEmpty)
    #expect(
      try files(base, "--layer", "wiki", "code ghosts -tag:style") == [
        "wiki/concepts/ghosts.md"
      ])
  }

  @Test func excludedDatesNameTheRightField() throws {
    let base = try SampleBase()
    let result = try base.tool.run("ask", "ghosts NOT after:2025")
    #expect(result.status == 2)
    #expect(result.errorLines.last?.hasSuffix("write before:2025") == true)
  }

  @Test func aLayerOfOneOfSeveralKnowledgeBasesMayBeExcluded() throws {
    let (first, second) = (try SampleBase(), try SampleBase())
    try first.folder.write("footnote.yml", "name: one\nlayers: [{name: posts, path: raw}]\n")
    try second.folder.write("footnote.yml", "name: two\n")
    let roots = ["--root", first.folder.url.path, "--root", second.folder.url.path]
    let result = try first.tool.run(["ask", "--format", "files", "ghosts -layer:posts"] + roots)
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").allSatisfy { $0.hasPrefix("two/") })
    let unknown = try first.tool.run(["ask", "NOT layer:cellar ghosts"] + roots)
    #expect(unknown.status == 2)
  }
}

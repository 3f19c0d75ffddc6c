import Corpus
import Testing

@Suite struct KnowledgeBaseTests {
  @Test func isFoundUpwards() throws {
    let folder = try TemporaryFolder()
    try folder.write("base/raw/2025/7.6.md")
    try folder.write("base/wiki/concepts/a.md")
    for start in ["base", "base/raw/2025", "base/wiki/concepts/a.md"] {
      let base = try KnowledgeBase.find(from: folder.path + "/" + start)
      #expect(base.root == folder.path + "/base")
      #expect(base.name == "base")
      #expect(base.layers == [Layer(name: "raw", path: "raw"), Layer(name: "wiki", path: "wiki")])
    }
  }

  @Test func theNearestConfigurationWins() throws {
    let folder = try TemporaryFolder()
    try folder.write("footnote.yml", "name: outer\n")
    try folder.write("inner/footnote.yml", "name: inner\n")
    try folder.write("inner/deep/a.md")
    #expect(try KnowledgeBase.find(from: folder.path + "/inner/deep").name == "inner")
    #expect(try KnowledgeBase.find(from: folder.path).name == "outer")
  }

  @Test func aFolderWithoutAnyIsReported() throws {
    let folder = try TemporaryFolder()
    try folder.write("raw/a.md")
    // Whatever lies above the temporary folder is no knowledge base.
    #expect(throws: CorpusError.noKnowledgeBase(path: folder.path + "/raw")) {
      try KnowledgeBase.find(from: folder.path + "/raw")
    }
  }

  @Test func layersAreWhatExists() throws {
    let folder = try TemporaryFolder()
    try folder.write("notes/a.md")
    #expect(try KnowledgeBase(root: folder.path).layers == [Layer(name: "notes", path: "")])
    try folder.makeFolder("raw")
    #expect(try KnowledgeBase(root: folder.path).layers == [Layer(name: "raw", path: "raw")])
  }

  @Test func linksToTheRootAreResolved() throws {
    let folder = try TemporaryFolder()
    try folder.write("real/a.md")
    try folder.link("alias", to: "real")
    #expect(try KnowledgeBase(root: folder.path + "/alias/").root == folder.path + "/real")
  }

  @Test func whatIsNoFolderIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md")
    let (file, nothing) = (folder.path + "/a.md", folder.path + "/none")
    #expect(throws: CorpusError.notAFolder(path: file)) { try KnowledgeBase(root: file) }
    #expect(throws: CorpusError.noFolder(path: nothing)) { try KnowledgeBase(root: nothing) }
  }

  @Test func aBrokenConfigurationIsAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write("footnote.yml", "nmae: a\n")
    #expect(throws: CorpusError.self) { try KnowledgeBase(root: folder.path) }
    try folder.write("footnote.yml", bytes: [0x6E, 0xFF])
    #expect(throws: CorpusError.self) { try KnowledgeBase(root: folder.path) }
  }
}

import Corpus
import Foundation
import Testing

@Suite struct WalkTests {
  private func walk(
    _ folder: TemporaryFolder
  ) throws -> (paths: [String], files: [FileEntry], skipped: [SkippedFile]) {
    let result = try CorpusReader(KnowledgeBase(root: folder.path)).walk()
    return (result.files.map(\.path), result.files, result.skipped)
  }

  @Test func findsMarkdownInTheOrderOfBytes() throws {
    let folder = try TemporaryFolder()
    for name in [
      "b.md", "a.MD", "a/z.markdown", "a-b.mdown", "Ä.md", "a b.md", "new\nline.md", "50%:#@.md",
      "😀.md", "a.txt", "md", ".hidden.md", ".obsidian/x.md", "a/.git/y.md", "deep/er/est/c.Md",
    ] { try folder.write(name) }
    try folder.makeFolder("folder.md")
    let found = try walk(folder)
    #expect(
      found.paths == [
        "50%:#@.md", "a b.md", "a-b.mdown", "a.MD", "a/z.markdown", "b.md", "deep/er/est/c.Md",
        "new\nline.md", "Ä.md", "😀.md",
      ])
    #expect(found.skipped.isEmpty)
    #expect(found.files.allSatisfy { $0.layer == "notes" && $0.size == 6 && $0.modified > 0 })
  }

  @Test func onlyLayersAreContent() throws {
    let folder = try TemporaryFolder()
    for name in ["raw/a.md", "wiki/b.md", "README.md", "CLAUDE.md", "Index/c.md"] {
      try folder.write(name)
    }
    let found = try walk(folder)
    #expect(found.paths == ["raw/a.md", "wiki/b.md"])
    #expect(found.files.map(\.layer) == ["raw", "wiki"])
  }

  @Test func nestedLayersTakeTheirOwnFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "footnote.yml",
      "layers: [{name: all, path: .}, {name: talks, path: notes/talks}, {name: gone, path: gone}]")
    try folder.write("notes/a.md")
    try folder.write("notes/talks/b.md")
    try folder.write("notes/talkshow/c.md")
    let found = try walk(folder)
    #expect(found.paths == ["notes/a.md", "notes/talks/b.md", "notes/talkshow/c.md"])
    #expect(found.files.map(\.layer) == ["all", "talks", "all"])
  }

  @Test func aMissingLayerIsReported() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "footnote.yml", "layers: [{name: a, path: a}, {name: b, path: b}, {name: c, path: c}]")
    try folder.write("a/x.md")
    try folder.write("c")
    let found = try walk(folder)
    #expect(found.paths == ["a/x.md"])
    #expect(found.skipped.map(\.path) == ["b", "c"])
  }

  @Test func theIndexIsNotWalked() throws {
    let folder = try TemporaryFolder()
    try folder.write("footnote.yml", "index: build/out\n")
    for name in ["build/out/a.md", "build/b.md", "x/build/out/c.md", "Index/d.md"] {
      try folder.write(name)
    }
    #expect(try walk(folder).paths == ["Index/d.md", "build/b.md", "x/build/out/c.md"])
  }

  @Test func linksAreFollowedWithinTheRoot() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    try other.write("secret.md")
    try folder.write("notes/a.md")
    try folder.write("notes/sub/b.md")
    try folder.write(".store/c.md")
    try folder.link("notes/file.md", to: "a.md")
    try folder.link("notes/cycle", to: "..")
    try folder.link("notes/self", to: "self")
    try folder.link("notes/gone.md", to: "nowhere.md")
    try folder.link("notes/store", to: "../.store")
    try folder.link("notes/out", to: other.path)
    try folder.link("notes/out.md", to: other.path + "/secret.md")
    let found = try walk(folder)
    #expect(found.paths == ["notes/a.md", "notes/file.md", "notes/store/c.md", "notes/sub/b.md"])
    let outside = found.skipped.filter { $0.reason.contains("leads out") }.map(\.path)
    #expect(outside == ["notes/out", "notes/out.md"])
    #expect(found.skipped.map(\.path).contains("notes/gone.md"))
    #expect(found.skipped.map(\.path).contains("notes/cycle"))
  }

  @Test func aLayerThatLeadsOutsideIsReported() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    try other.write("secret.md")
    try folder.makeFolder("wiki")
    try folder.link("raw", to: other.path)
    let found = try walk(folder)
    #expect(found.paths.isEmpty)
    #expect(found.skipped.map(\.path) == ["raw"])
  }

  @Test func readingDoesNotLeaveTheRootEither() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    try other.write("secret.md")
    try folder.write("a.md", "text")
    try folder.link("out.md", to: other.path + "/secret.md")
    let reader = CorpusReader(try KnowledgeBase(root: folder.path))
    #expect(try reader.read("a.md") == Array("text".utf8))
    for path in ["out.md", "../x.md", "none.md"] {
      #expect(throws: CorpusError.self) { try reader.read(path) }
    }
  }

  @Test func specialFilesAreNotOpened() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md")
    #expect(mkfifo(folder.path + "/pipe.md", 0o644) == 0)
    let found = try walk(folder)
    #expect(found.paths == ["a.md"])
    // Reading would wait for a writer for ever.
    let reader = CorpusReader(try KnowledgeBase(root: folder.path))
    #expect(throws: CorpusError.self) { try reader.read("pipe.md") }
  }

  @Test func whatMayNotBeReadIsReported() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md")
    try folder.write("locked/b.md")
    try folder.write("c.md")
    try #require(chmod(folder.path + "/locked", 0) == 0 && chmod(folder.path + "/c.md", 0) == 0)
    defer { chmod(folder.path + "/locked", 0o755) }
    let found = try walk(folder)
    // The administrator may read everything.
    let expected = getuid() == 0 ? [] : ["c.md", "locked"]
    #expect(found.skipped.map(\.path) == expected)
  }

  @Test func namesThatAreNotUTF8AreReported() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md")
    let name = Array(folder.path.utf8) + [0x2F, 0xFF, 0x2E, 0x6D, 0x64, 0]
    let descriptor = open(name.map { CChar(bitPattern: $0) }, O_CREAT | O_RDWR, 0o644)
    try #require(descriptor >= 0)
    close(descriptor)
    let found = try walk(folder)
    #expect(found.paths == ["a.md"])
    #expect(found.skipped.count == 1)
    #expect(found.skipped.first?.reason.contains("UTF-8") == true)
  }

  @Test func hugeFilesAreReported() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md")
    try folder.write("large.md")
    try #require(truncate(folder.path + "/large.md", CorpusReader.maximumFileSize + 1) == 0)
    let found = try walk(folder)
    #expect(found.paths == ["a.md"])
    #expect(found.skipped.first?.reason.contains("split it") == true)
    let reader = CorpusReader(try KnowledgeBase(root: folder.path))
    #expect(throws: CorpusError.self) { try reader.read("large.md") }
  }

  @Test func aRootThatIsGoneIsAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write("base/a.md")
    let reader = CorpusReader(try KnowledgeBase(root: folder.path + "/base"))
    try FileManager.default.removeItem(atPath: folder.path + "/base")
    #expect(throws: CorpusError.self) { try reader.walk() }
  }

  @Test func manyFilesInOneFolder() throws {
    let folder = try TemporaryFolder()
    for number in 0..<500 { try folder.write("\(number).md", "x") }
    #expect(try walk(folder).paths.count == 500)
  }
}

import Corpus
import Foundation
import Testing

@Suite struct SpecialFileTests {
  @Test func pipesAndSocketsAreReported() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md")
    try folder.write(".gitignore", "ignored.md\n")
    for name in ["pipe.md", "ignored.md", "pipe.txt"] {
      #expect(mkfifo(folder.path + "/" + name, 0o644) == 0)
    }
    try folder.link("link.md", to: "pipe.md")
    let (files, skipped) = try CorpusReader(KnowledgeBase(root: folder.path)).walk()
    #expect(files.map(\.path) == ["a.md"])
    #expect(skipped.map(\.path) == ["link.md", "pipe.md"])
    #expect(skipped.allSatisfy { $0.reason.hasPrefix("is a pipe") })
  }
}

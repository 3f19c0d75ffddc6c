import Corpus
import Foundation
import Retrieval
import Testing

/// What lies in the place of the index and is not the index stays as it is.
struct IndexPlaceTests {
  private let secret = "My own file.\n"

  private func locate(_ base: SampleBase, chosen: String? = nil) throws -> IndexFolder {
    try IndexFolder.locate(for: base.knowledgeBase(), chosen: chosen, environment: [:])
  }

  // MARK: Symbolic links

  @Test func linksOfVectorsAreNotWrittenThrough() throws {
    let base = try SampleBase()
    let other = try SampleBase(["secret.txt": secret])
    for number in 1...3 { try base.link("Index/vectors.\(number)", to: other.root + "/secret.txt") }
    try base.update()
    #expect(try other.read("secret.txt") == secret)
    #expect(base.exists("Index/vectors.4"))
    #expect(try base.index().verify().problems == [])
  }

  @Test(arguments: ["footnote.sqlite", "footnote.sqlite-wal", "footnote.sqlite-shm", "lock"])
  func linksOfOwnFilesAreRefused(name: String) throws {
    let base = try SampleBase()
    try base.update()
    let other = try SampleBase(["secret.txt": secret])
    // A file that is there, and a name where one would be made.
    for target in ["secret.txt", "made"] {
      try? FileManager.default.removeItem(atPath: base.root + "/Index/" + name)
      try base.link("Index/" + name, to: other.root + "/" + target)
      let path = base.folder.path + "/" + name
      #expect(throws: IndexError.unsafe(path: path, reason: "it is a symbolic link")) {
        try base.update()
      }
    }
    if name != "lock" { #expect(throws: IndexError.self) { try base.index() } }
    #expect(try other.read("secret.txt") == secret)
    #expect(!other.exists("made"))
  }

  @Test func aLinkInPlaceOfTheWorkshopIsRefused() throws {
    let base = try SampleBase()
    let other = try SampleBase(["footnote.sqlite": secret, "vectors": secret])
    try base.link("Index/.footnote-workshop", to: other.root)
    #expect(throws: IndexError.self) { try base.update() }
    #expect(try other.read("footnote.sqlite") == secret)
    #expect(try other.read("vectors") == secret)
  }

  @Test(arguments: ["Index", ".footnote"])
  func aFolderThatLeadsOutIsRefused(name: String) throws {
    let base = try SampleBase()
    let other = try SampleBase(["secret.txt": secret])
    try base.remove("Index")
    try base.link(name, to: other.root)
    #expect(throws: CorpusError.self) { try locate(base) }
    // A user may say so.
    #expect(try locate(base, chosen: base.root + "/" + name).path == base.root + "/" + name)
  }

  @Test func aConfiguredFolderBehindALinkIsRefused() throws {
    let base = try SampleBase()
    let other = try SampleBase(["secret.txt": secret])
    try base.link("away", to: other.root)
    try base.write("index: away/made/here\n", to: "footnote.yml")
    #expect(throws: CorpusError.self) { try locate(base) }
    #expect(!other.exists("made"))
    try base.write("index: inside/here\n", to: "footnote.yml")
    try FileManager.default.createDirectory(
      atPath: base.root + "/built", withIntermediateDirectories: false)
    try base.link("inside", to: base.root + "/built")
    #expect(try locate(base).path == base.root + "/inside/here")
  }

  // MARK: Other files

  @Test func ownFilesOfTheUserStay() throws {
    let base = try SampleBase()
    let kept = [
      "rebuilding/notes.txt", "vectors.7", "vectors.99", "vectors.x", ".footnote-workshop/mine.txt",
    ]
    for path in kept { try base.write(secret, to: "Index/" + path) }
    try base.update()
    try base.write("More text.\n", to: "raw/more.md")
    try base.update(rebuild: .beside)
    try base.update(rebuild: .atOnce)
    for path in kept { #expect(try base.read("Index/" + path) == secret, "\(path)") }
    #expect(try base.index().verify().problems == [])
    let names = try FileManager.default.contentsOfDirectory(atPath: base.folder.path)
    #expect(names.filter { $0.hasPrefix("vectors.") }.count == 4, "one is the index's: \(names)")
  }

  @Test func aFolderOfNotesIsNoPlaceForAnIndex() throws {
    let base = try SampleBase()
    try base.write("index: raw\n", to: "footnote.yml")
    #expect(throws: CorpusError.self) { try locate(base) }
    try base.write("index: wiki/concepts\n", to: "footnote.yml")
    #expect(throws: CorpusError.self) { try locate(base) }
    try base.remove("footnote.yml")
    for chosen in [base.root, base.root + "/raw", base.root + "/raw/2025"] {
      #expect(throws: CorpusError.self) { try locate(base, chosen: chosen) }
    }
    #expect(try locate(base, chosen: base.root + "/built").path == base.root + "/built")
  }

  @Test func notesInAFolderCalledIndexAreRead() throws {
    let base = try SampleBase(["a.md": "One.\n", "Index/map.md": "A map of all notes.\n"])
    #expect(try locate(base).path == base.root + "/.footnote")
    let (files, _) = try CorpusReader(base.knowledgeBase()).walk()
    #expect(files.map(\.path) == ["Index/map.md", "a.md"])
  }

  @Test func aForeignRollbackJournalIsNotPlayedBack() throws {
    let base = try SampleBase()
    try base.update()
    try base.write("Not a journal.\n", to: "Index/footnote.sqlite-journal")
    #expect(throws: IndexError.self) { try base.index() }
    try base.update()
    #expect(!base.exists("Index/footnote.sqlite-journal"))
    #expect(try base.index().verify().problems == [])
  }
}

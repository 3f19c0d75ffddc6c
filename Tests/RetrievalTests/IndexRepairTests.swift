import Foundation
import Retrieval
import Testing

struct IndexRepairTests {
  private func damage(_ path: String, at offset: UInt64, count: Int) throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.seek(toOffset: offset)
    try handle.write(contentsOf: Data(repeating: 0xA5, count: count))
    try handle.close()
  }

  private func repairs(_ base: SampleBase) throws -> [String] {
    let writer = try IndexWriter(base.knowledgeBase(), folder: base.folder)
    _ = try writer.refresh()
    _ = try writer.encode(with: WordEncoder())
    return writer.repairs
  }

  @Test func rebuildsWhatIsNoDatabase() throws {
    let base = try SampleBase()
    try base.write(String(repeating: "not a database ", count: 100), to: "Index/footnote.sqlite")
    #expect(throws: IndexError.self) { try base.index() }
    #expect(try repairs(base).count == 1)
    #expect(try base.index().verify().isSound)
  }

  @Test func rebuildsATruncatedFile() throws {
    let base = try SampleBase()
    try base.update()
    let path = base.folder.databasePath
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try handle.truncate(atOffset: 3000)
    try handle.close()
    #expect(throws: IndexError.self) { try base.index() }
    #expect(try repairs(base).count == 1)
    #expect(try base.index().verify().isSound)
  }

  @Test func keepsAForeignDatabase() throws {
    let base = try SampleBase()
    let other = try SampleBase()
    defer { withExtendedLifetime(other) {} }
    try other.update()
    // The header's application id says whose file it is (bytes 68 to 71).
    try damage(other.folder.databasePath, at: 68, count: 4)
    try FileManager.default.copyItem(
      atPath: other.folder.databasePath, toPath: base.folder.databasePath)
    #expect(throws: IndexError.foreign(path: base.folder.databasePath)) { try base.index() }
    #expect(try repairs(base).first?.contains("footnote.sqlite.foreign-1") == true)
    let kept = base.folder.databasePath + ".foreign-1"
    // Closing a database may rewrite its header, never its tables.
    let content = { (path: String) in
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
    #expect(try content(kept).contains("CREATE TABLE document"))
    #expect(try content(kept).contains("Bacterial Code"))
    #expect(try base.index().verify().isSound)
  }

  @Test func takesVectorsOverFromAnotherVersion() throws {
    let base = try SampleBase()
    try base.update()
    // The header's user version is the schema's (bytes 60 to 63).
    try damage(base.folder.databasePath, at: 60, count: 4)
    let writer = try IndexWriter(base.knowledgeBase(), folder: base.folder)
    #expect(writer.repairs.first?.contains("vectors taken over") == true)
    _ = try writer.refresh()
    #expect(try writer.encode(with: WordEncoder()).encoded == 0)
    #expect(try base.index().verify().isSound)
  }

  @Test func anotherBaseUnderTheSameIndexIsRebuilt() throws {
    let base = try SampleBase()
    try base.update()
    let other = try SampleBase(["raw/only.md": "Only this.\n"])
    let writer = try IndexWriter(other.knowledgeBase(), folder: base.folder)
    _ = try writer.refresh()
    let index = try SearchIndex(other.knowledgeBase(), folder: base.folder)
    #expect(try index.status().documents == 1)
    #expect(try index.verify().isSound)
  }

  @Test(arguments: [0, 8, 40, 80, 130])
  func readsVectorsFromTheDatabaseWhereTheFileIsDamaged(offset: UInt64) throws {
    let base = try SampleBase()
    try base.update()
    let before = try base.ask("ghosts and animals").hits.map(\.citation)
    let names = try FileManager.default.contentsOfDirectory(atPath: base.root + "/Index")
    let file = try #require(names.first { $0.hasPrefix("vectors.") })
    try damage(base.root + "/Index/" + file, at: offset, count: 4)
    #expect(try base.ask("ghosts and animals").hits.map(\.citation) == before)
    try FileManager.default.removeItem(atPath: base.root + "/Index/" + file)
    #expect(try base.ask("ghosts and animals").hits.map(\.citation) == before)
    #expect(try base.index().verify().isSound)
  }

  @Test func verificationFindsDamage() throws {
    let base = try SampleBase()
    try base.update()
    try base.write("Other text.\n", to: "raw/2025/7.6.md")
    let report = try base.index().verify()
    #expect(!report.isSound)
    #expect(report.problems.contains { $0.hasPrefix("raw/2025/7.6.md") })
  }
}

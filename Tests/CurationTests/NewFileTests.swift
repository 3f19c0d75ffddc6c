import Curation
import Foundation
import Testing

@Suite struct NewFileTests {
  @Test func aFileIsWrittenOnceAndNeverReplaced() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("raw/2026/1.2.md").path
    try NewFile.write(Array("first".utf8), to: path)
    #expect(throws: CurationError.exists(path: path)) {
      try NewFile.write(Array("second".utf8), to: path)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "first")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("raw/2026").path)
    #expect(names == ["1.2.md"])
  }
}

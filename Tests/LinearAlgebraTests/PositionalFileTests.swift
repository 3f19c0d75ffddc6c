import Foundation
import LinearAlgebra
import Testing

@Suite struct PositionalFileTests {
  private func withFile(_ bytes: [UInt8], _ body: (URL) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "file-\(UUID().uuidString)")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(url)
  }

  @Test func readsRanges() throws {
    let bytes = (0..<500_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try withFile(bytes) { url in
      let file = try PositionalFile(path: url.path)
      // Adjacent, empty, backward and many enough for all cores.
      var ranges = [5..<9, 9..<12, 3..<3, 0..<2, 499_999..<500_000]
      ranges += (0..<4000).map { ($0 * 97)..<($0 * 97 + $0 % 300) }
      #expect(try file.bytes(of: ranges) == ranges.flatMap { bytes[$0] })
      #expect(try file.bytes(of: []) == [])
      #expect(throws: MappedFileError.self) { try file.bytes(of: [499_999..<500_001]) }
      #expect(throws: MappedFileError.self) { try file.bytes(of: [-1..<4]) }
    }
  }

  @Test func noticesThatItWasCutOff() throws {
    try withFile([UInt8](repeating: 1, count: 9000)) { url in
      let file = try PositionalFile(path: url.path)
      try file.checkLength()
      let handle = try FileHandle(forWritingTo: url)
      try handle.truncate(atOffset: 100)
      try handle.close()
      #expect(throws: MappedFileError.self) { try file.checkLength() }
      #expect(throws: MappedFileError.self) { try file.bytes(of: [50..<200]) }
      #expect(try file.bytes(of: [0..<100]).count == 100)
    }
  }
}

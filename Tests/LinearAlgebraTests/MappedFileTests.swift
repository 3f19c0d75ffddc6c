import Foundation
import LinearAlgebra
import Testing

@Suite struct MappedFileTests {
  private func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test func bytesAreThoseOfTheFile() throws {
    try withFile([1, 2, 3, 4, 5]) { path in
      let file = try MappedFile(path: path)
      #expect(file.count == 5)
      #expect(file.bytes(in: 1..<4) == [2, 3, 4])
      #expect(file.withBytes(in: 4..<5) { $0[0] } == 5)
      #expect(file.bytes(in: 5..<5).isEmpty)
      file.prefetch(0..<5)
    }
  }

  @Test func emptyFile() throws {
    try withFile([]) { path in
      let file = try MappedFile(path: path)
      #expect(file.count == 0 && file.bytes(in: 0..<0).isEmpty)
      #expect(file.withBytes(in: 0..<0) { $0.count } == 0)
      #expect(MatrixView(file: file, offset: 0, rows: 0, columns: 3).scores(of: [1, 2, 3]).isEmpty)
    }
  }

  @Test func missingFileAndFolder() {
    #expect {
      try MappedFile(path: "/nowhere/at/all")
    } throws: { error in
      let error = error as? MappedFileError
      return error?.code == ENOENT && error?.path == "/nowhere/at/all" && error?.reason != ""
    }
    #expect(throws: MappedFileError.self) { try MappedFile(path: NSTemporaryDirectory()) }
  }

  /// Floats at an address that no float may have are copied.
  @Test(arguments: [0, 4, 1, 2, 3]) func matrixAtAnyOffset(offset: Int) throws {
    let floats: [Float] = [1, -2, 3.5, 4, 5, 6]
    let bytes = floats.flatMap { value in
      (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> UInt32(8 * $0)) }
    }
    try withFile(Array(repeating: 0, count: offset) + bytes) { path in
      let view = MatrixView(
        file: try MappedFile(path: path), offset: offset, rows: 2, columns: 3)
      let rows = (0..<2).map { view.withRow($0) { row in row.indices.map { row[$0] } } }
      #expect(rows == [[1, -2, 3.5], [4, 5, 6]])
      #expect(view.scores(of: [1, 1, 1]) == [2.5, 15])
    }
  }
}

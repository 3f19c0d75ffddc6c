internal import Digest
internal import Foundation
internal import LinearAlgebra

/// The matrix of vectors as a file that searches map: `vectors.N` beside the database.
///
/// Little-endian throughout: a header of 128 bytes (`Header`), the passages' ids as 64-bit integers,
/// zeros up to a multiple of 64, the vectors as 32-bit floats, row after row. A digest over header and
/// ids guards them on opening; the vectors themselves are compared with SQLite by `index --verify`.
enum VectorFile {
  /// What a file says of itself.
  struct Header: Sendable, Hashable {
    var generation: Int
    /// Value of `MetaKey.content` that the rows were read at.
    var content: Int
    var rows: Int
    var dimensions: Int
    var fingerprint: String

    /// Offset of the first vector.
    var start: Int { (VectorFile.headerLength + rows * 8 + 63) / 64 * 64 }
    var fileLength: Int { start + rows * dimensions * 4 }

    var fields: [UInt8] {
      var bytes = VectorFile.magic
      for field in [generation, content, rows, dimensions] {
        LittleEndian.append(UInt64(field), to: &bytes)
      }
      return bytes + SHA256Digest(of: fingerprint).bytes
    }
  }

  private static let headerLength = 128
  static let magic = Array("FNVECT01".utf8)

  // MARK: Writing

  /// Writes and syncs a file, and then gives it its final name.
  static func write(
    _ rows: VectorRows, header: Header, in folder: IndexFolder
  ) throws(IndexError) {
    let workshop = IndexWorkshop(folder)
    try workshop.begin()
    defer { workshop.clear() }
    let handle = try workshop.make(workshop.vectorsPath)
    do {
      try write(rows, header: header, to: handle)
      try handle.close()
    } catch {
      throw .writing(workshop.vectorsPath, error)
    }
    let path = folder.vectorsPath(generation: header.generation)
    guard rename(workshop.vectorsPath, path) == 0 else { throw .writing(path, code: errno) }
  }

  private static func write(_ rows: VectorRows, header: Header, to handle: FileHandle) throws {
    var bytes = header.fields
    var ids: [UInt8] = []
    for id in rows.passages { LittleEndian.append(UInt64(bitPattern: id), to: &ids) }
    bytes += SHA256Digest(of: bytes + ids).bytes
    bytes += [UInt8](repeating: 0, count: headerLength - bytes.count)
    bytes += ids
    bytes += [UInt8](repeating: 0, count: header.start - bytes.count)
    try handle.write(contentsOf: Data(bytes))
    for first in stride(from: 0, to: rows.values.count, by: 1 << 20) {
      let end = min(first + (1 << 20), rows.values.count)
      try handle.write(contentsOf: Self.bytes(of: rows.values[first..<end]))
    }
    try handle.synchronize()
  }

  // MARK: Reading

  /// Maps a file; `nil` where it is missing or is not the one that is expected.
  static func open(
    _ path: String,
    expecting header: (generation: Int, content: Int, fingerprint: String, dimensions: Int)
  ) -> (passages: [Int64], vectors: MatrixView)? {
    guard let file = try? MappedFile(path: path), file.count >= headerLength else { return nil }
    let head = file.bytes(in: 0..<headerLength)
    let expected = Header(
      generation: header.generation, content: header.content,
      rows: Int(truncatingIfNeeded: LittleEndian.number(head, at: 24)),
      dimensions: header.dimensions, fingerprint: header.fingerprint)
    let fields = expected.fields
    guard expected.rows >= 0, expected.rows < 1 << 40, Array(head.prefix(fields.count)) == fields,
      file.count == expected.fileLength
    else { return nil }
    let ids = file.bytes(in: headerLength..<(headerLength + expected.rows * 8))
    let digest = Array(head[fields.count..<(fields.count + 32)])
    guard SHA256Digest(of: fields + ids).bytes == digest else { return nil }
    let passages = (0..<expected.rows).map {
      Int64(bitPattern: LittleEndian.number(ids, at: $0 * 8))
    }
    let vectors = MatrixView(
      file: file, offset: expected.start, rows: expected.rows, columns: expected.dimensions)
    return (passages, vectors)
  }

  // MARK: Numbers as bytes

  static func bytes(of values: ArraySlice<Float>) -> Data {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * 4)
    for value in values {
      let bits = value.bitPattern
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 24))
    }
    return Data(bytes)
  }

  static func append(floatsIn bytes: [UInt8], to values: inout [Float]) {
    for index in stride(from: 0, to: bytes.count & ~3, by: 4) {
      let bits =
        UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16
        | UInt32(bytes[index + 3]) << 24
      values.append(Float(bitPattern: bits))
    }
  }
}

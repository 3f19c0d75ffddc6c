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
      var bytes = Array("FNVECT01".utf8)
      for field in [generation, content, rows, dimensions] {
        VectorFile.append(UInt64(field), to: &bytes)
      }
      return bytes + SHA256Digest(of: fingerprint).bytes
    }
  }

  private static let headerLength = 128

  // MARK: Writing

  /// Writes and syncs a file under its final name; nothing names it yet, so a half-written one is never
  /// read.
  static func write(_ rows: VectorRows, header: Header, to path: String) throws(IndexError) {
    var bytes = header.fields
    var ids: [UInt8] = []
    for id in rows.passages { append(UInt64(bitPattern: id), to: &ids) }
    bytes += SHA256Digest(of: bytes + ids).bytes
    bytes += [UInt8](repeating: 0, count: headerLength - bytes.count)
    bytes += ids
    bytes += [UInt8](repeating: 0, count: header.start - bytes.count)
    do {
      let url = URL(fileURLWithPath: path)
      try Data(bytes).write(to: url)
      let handle = try FileHandle(forWritingTo: url)
      defer { try? handle.close() }
      try handle.seekToEnd()
      for first in stride(from: 0, to: rows.values.count, by: 1 << 20) {
        let end = min(first + (1 << 20), rows.values.count)
        try handle.write(contentsOf: Self.bytes(of: rows.values[first..<end]))
      }
      try handle.synchronize()
    } catch {
      throw .notWritable(path: path, reason: error.localizedDescription)
    }
  }

  /// Removes the files of earlier generations. Who has one mapped keeps it until it is done.
  static func removeOld(in folder: IndexFolder, keeping generation: Int) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names {
      guard name.hasPrefix("vectors."), let number = Int(name.dropFirst(8)), number != generation
      else { continue }
      unlink(folder.path + "/" + name)
    }
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
      rows: Int(truncatingIfNeeded: number(head, at: 24)),
      dimensions: header.dimensions, fingerprint: header.fingerprint)
    let fields = expected.fields
    guard expected.rows >= 0, expected.rows < 1 << 40, Array(head.prefix(fields.count)) == fields,
      file.count == expected.fileLength
    else { return nil }
    let ids = file.bytes(in: headerLength..<(headerLength + expected.rows * 8))
    let digest = Array(head[fields.count..<(fields.count + 32)])
    guard SHA256Digest(of: fields + ids).bytes == digest else { return nil }
    let passages = (0..<expected.rows).map { Int64(bitPattern: number(ids, at: $0 * 8)) }
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

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
    }
  }

  private static func number(_ bytes: [UInt8], at offset: Int) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
  }
}

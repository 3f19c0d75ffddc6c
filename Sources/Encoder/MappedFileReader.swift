internal import LinearAlgebra

/// Reads little-endian numbers of a mapped file, one after another.
struct MappedFileReader {
  let file: MappedFile
  /// Where the next number begins.
  private(set) var offset = 0

  init(_ file: MappedFile) {
    self.file = file
  }

  /// Passes over `count` bytes and says where they lie.
  ///
  /// - Throws: `malformed` where the file ends before, as all that follows does.
  @discardableResult
  mutating func skip(_ count: Int) throws(EncoderError) -> Range<Int> {
    guard count >= 0, count <= file.count - offset else {
      throw .malformed(path: file.path, reason: "it ends at byte \(file.count), in the middle")
    }
    defer { offset += count }
    return offset..<(offset + count)
  }

  mutating func bytes(_ count: Int) throws(EncoderError) -> [UInt8] {
    file.bytes(in: try skip(count))
  }

  mutating func uint32() throws(EncoderError) -> UInt32 {
    try bytes(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// A number of 64 bits that is a length or a place.
  mutating func uint64() throws(EncoderError) -> Int {
    let value = try bytes(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard let place = Int(exactly: value) else {
      throw .malformed(path: file.path, reason: "it has the number \(value) before byte \(offset)")
    }
    return place
  }
}

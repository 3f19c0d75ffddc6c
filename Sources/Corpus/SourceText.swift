/// The bytes of a file made safe to parse, every byte still at its place: what is not UTF-8, and every
/// NUL, is replaced by one ASCII byte, a byte order mark by spaces. Offsets and lines are therefore
/// those of the file on disk.
package struct SourceText {
  /// Stands for a byte that cannot be read. It counts as white space.
  static let unreadable: UInt8 = 0x1A

  package let bytes: [UInt8]
  package let lines: LineTable
  /// Number of bytes that are not UTF-8.
  let invalidCount: Int
  /// Line of the first of them.
  let firstInvalidLine: Int?

  package init(_ original: [UInt8]) {
    var bytes = original
    var invalid = 0
    var first: Int?
    if original.count >= 3, original[0] == 0xEF, original[1] == 0xBB, original[2] == 0xBF {
      for index in 0..<3 { bytes[index] = 0x20 }
    }
    var index = Self.nextUnsafe(original, from: 0)
    while index < original.count {
      if original[index] != 0 {
        invalid += 1
        if first == nil { first = index }
      }
      bytes[index] = Self.unreadable
      index = Self.nextUnsafe(original, from: index + 1)
    }
    lines = LineTable(bytes)
    invalidCount = invalid
    firstInvalidLine = first.map { [lines] in lines.line(at: $0) }
    self.bytes = bytes
  }

  /// The first byte from `start` on that is NUL or not UTF-8; the end where there is none.
  private static func nextUnsafe(_ text: [UInt8], from start: Int) -> Int {
    let bytes = text.span
    var index = start
    while index < bytes.count {
      var end = bytes.count
      if end - index >= 32 {
        end = index + 32
        // Without a branch for each byte the compiler looks at many of them at once.
        let block = bytes.extracting(index..<end)
        var unusual: UInt8 = 0
        for offset in block.indices { unusual |= block[offset] | (block[offset] &- 1) }
        if unusual < 0x80 { index = end }
      }
      while index < end {
        let byte = bytes[index]
        if byte > 0, byte < 0x80 {
          index += 1
          continue
        }
        let length = byte == 0 ? 0 : UTF8Scalar.length(in: text, at: index)
        if length == 0 { return index }
        index += length
      }
    }
    return index
  }

  /// Whether the byte at `offset` shows nothing.
  func isBlank(at offset: Int) -> Bool { ByteClass.isBlank(bytes[offset]) }

  /// `range` without the white space at both its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let width = ByteClass.blankLength(in: bytes, at: low, end: high)
      if width == 0 { break }
      low += width
    }
    while high > low {
      let width = ByteClass.blankLength(in: bytes, before: high, start: low)
      if width == 0 { break }
      high -= width
    }
    return low..<high
  }
}

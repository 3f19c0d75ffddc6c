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
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      for index in 0..<3 { bytes[index] = 0x20 }
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0 { bytes[index] = Self.unreadable }
        index += 1
        continue
      }
      let length = UTF8Scalar.length(in: bytes, at: index)
      if length > 0 {
        index += length
      } else {
        invalid += 1
        if first == nil { first = index }
        bytes[index] = Self.unreadable
        index += 1
      }
    }
    lines = LineTable(bytes)
    invalidCount = invalid
    firstInvalidLine = first.map { [lines] in lines.line(at: $0) }
    self.bytes = bytes
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

  /// Number of words of `range`: runs of what is not white space.
  func wordCount(_ range: Range<Int>) -> Int {
    var count = 0
    var inside = false
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte > 0x20, byte < 0x7F {
        if !inside { count += 1 }
        inside = true
        index += 1
        continue
      }
      let width = ByteClass.blankLength(in: bytes, at: index, end: range.upperBound)
      if width > 0 {
        inside = false
        index += width
      } else {
        if !inside { count += 1 }
        inside = true
        index += 1
      }
    }
    return count
  }
}

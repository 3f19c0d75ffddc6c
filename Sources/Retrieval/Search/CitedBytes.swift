internal import Corpus

/// What counts as the cited part of a file.
enum CitedBytes {
  /// Lines are cited without the white space around them, as passages are.
  static func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    guard let first = bytes[range].firstIndex(where: { !isSpace($0) }),
      let last = bytes[range].lastIndex(where: { !isSpace($0) })
    else { return range.lowerBound..<range.lowerBound }
    return first..<(last + 1)
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}

extension LineTable {
  /// The lines that some bytes of the file are on.
  func lines(of bytes: Range<Int>) -> ClosedRange<Int> {
    let first = line(at: bytes.lowerBound)
    return first...max(first, line(at: bytes.upperBound - 1))
  }
}

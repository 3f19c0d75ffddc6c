/// Where the lines of a file lie in its bytes. LF, CRLF and CR end a line; lines count from 1.
///
///     let table = LineTable(Array("one\r\ntwo".utf8))
///     table.count            // 2
///     table.line(at: 6)      // 2
///     table.content(of: 1)   // 0..<3
public struct LineTable: Sendable, Hashable {
  // 32 bits each: a file of nothing but line ends would otherwise need 16 times its size.
  private let starts: [UInt32]
  private let ends: [UInt32]
  /// Number of bytes of the file.
  public let size: Int

  /// Finds the lines of `bytes`.
  /// - Complexity: O(`bytes.count`).
  /// - Precondition: `bytes` is smaller than 4 GiB.
  public init(_ bytes: [UInt8]) {
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    starts.reserveCapacity(bytes.count / 64 + 1)
    ends.reserveCapacity(bytes.count / 64 + 1)
    var start = 0
    var index = 0
    while index < bytes.count {
      index = Self.nextControl(bytes.span, from: index)
      guard index < bytes.count else { break }
      let byte = bytes[index]
      guard byte == 0x0A || byte == 0x0D else {
        index += 1
        continue
      }
      starts.append(UInt32(start))
      ends.append(UInt32(index))
      if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
      index += 1
      start = index
    }
    if start < bytes.count {
      starts.append(UInt32(start))
      ends.append(UInt32(bytes.count))
    }
    self.starts = starts
    self.ends = ends
    size = bytes.count
  }

  /// The next byte that may be a line end.
  private static func nextControl(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    var index = start
    while bytes.count - index >= 32 {
      // Without a branch for each byte the compiler looks at many of them at once.
      let block = bytes.extracting(index..<index + 32)
      var least: UInt8 = 0xFF
      for offset in block.indices { least = min(least, block[offset]) }
      if least <= 0x0D { break }
      index += 32
    }
    while index < bytes.count, bytes[index] > 0x0D { index += 1 }
    return index
  }

  /// Number of lines. What follows the last line end counts only where it is not empty.
  public var count: Int { starts.count }

  /// The line that holds the byte at `offset`; a line end belongs to the line that it ends.
  /// - Complexity: O(log `count`).
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }

  /// The bytes of a line without its line end; empty for a line that does not exist.
  public func content(of line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return size..<size }
    return Int(starts[line - 1])..<Int(ends[line - 1])
  }

  /// The bytes of some lines from the first byte of the first one to the end of the last one, without
  /// the line end of the last one.
  public func content(of lines: ClosedRange<Int>) -> Range<Int> {
    let start = content(of: lines.lowerBound).lowerBound
    return start..<max(start, content(of: lines.upperBound).upperBound)
  }

  /// The bytes of a line with its line end.
  public func range(of line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return size..<size }
    let end = line < starts.count ? Int(starts[line]) : size
    return Int(starts[line - 1])..<end
  }
}

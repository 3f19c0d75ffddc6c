/// The lines of a file that are shown at once: all of a file of usual size, else those around a line.
struct DocumentPart {
  /// 1-based, of the file.
  let lines: ClosedRange<Int>
  /// Whole lines, but for the last one where it is longer than the limit alone.
  let bytes: [UInt8]
  let isWhole: Bool
  /// Number of lines of the file before the first one of `bytes`; one less than `lines` says where the fence of
  /// the code that they begin in stands before them.
  let offset: Int

  /// - Parameters:
  ///   - line: The one that is to be seen; the beginning is shown where there is none.
  ///   - first: The first line of the text, behind the front matter.
  init(
    _ bytes: [UInt8], _ table: LineTable, around line: Int?, first: Int, limits: ReadingLimits
  ) {
    guard bytes.count > limits.bytes || table.count > limits.lines else {
      lines = 1...max(1, table.count)
      self.bytes = bytes
      isWhole = true
      offset = 0
      return
    }
    let wanted = min(max(1, line ?? 1), table.count)
    let start = Self.start(bytes, table, of: wanted, first: first, limits: limits)
    var end = start
    let begin = table.content(of: start).lowerBound
    while end < table.count, end - start + 1 < limits.lines,
      table.range(of: end + 1).upperBound - begin <= limits.bytes
    {
      end += 1
    }
    var stop = min(table.range(of: end).upperBound, begin + limits.bytes)
    while stop > begin, !UTF8Scalar.isBoundary(in: bytes, at: stop) { stop -= 1 }
    let fence = start > first ? Self.openFence(bytes, table, first..<start) : nil
    lines = start...end
    isWhole = false
    self.bytes =
      (fence.map { Array(bytes[table.content(of: $0)]) + [0x0A] } ?? []) + bytes[begin..<stop]
    offset = start - 1 - (fence == nil ? 0 : 1)
  }

  /// A quarter of what is shown comes before the line; it begins behind a blank line.
  private static func start(
    _ bytes: [UInt8], _ table: LineTable, of line: Int, first: Int, limits: ReadingLimits
  ) -> Int {
    var start = line
    let end = table.content(of: line).lowerBound
    while start > 1, line - start < limits.lines / 4,
      end - table.content(of: start - 1).lowerBound <= limits.bytes / 4
    {
      start -= 1
    }
    guard start > first else { return 1 }
    let blank = (start..<line).first { isBlank(bytes, table.content(of: $0)) }
    return blank.map { $0 + 1 } ?? start
  }

  private static func isBlank(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.allSatisfy { ByteClass.isBlank(bytes[$0]) }
  }

  /// The line of the fence that is open behind these lines.
  private static func openFence(
    _ bytes: [UInt8], _ table: LineTable, _ lines: Range<Int>
  ) -> Int? {
    var open: (line: Int, mark: UInt8, count: Int)?
    for line in lines {
      let content = bytes[table.content(of: line)]
      let text = content.prefix(200).drop { $0 == 0x20 }
      guard let mark = text.first, mark == 0x60 || mark == 0x7E else { continue }
      let count = text.prefix { $0 == mark }.count
      guard count >= 3 else { continue }
      if let fence = open {
        let isEnd = text.dropFirst(count).allSatisfy(ByteClass.isBlank)
        if fence.mark == mark, count >= fence.count, isEnd { open = nil }
      } else {
        open = (line, mark, count)
      }
    }
    return open?.line
  }
}

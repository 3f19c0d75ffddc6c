internal import Corpus

/// Changes to some lines of a file. All other bytes, line ends and a byte order mark stay as they are.
struct LineEdits {
  let bytes: [UInt8]
  let lines: LineTable
  /// What ends new lines: the file's own line end.
  let lineEnd: [UInt8]
  private var replaced: [Int: [UInt8]] = [:]
  private var removed: Set<Int> = []
  private var inserted: [Int: [[UInt8]]] = [:]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = LineTable(bytes)
    lineEnd = Self.lineEnd(of: bytes, lines)
  }

  /// The line end of the first line; LF where there is none.
  static func lineEnd(of bytes: [UInt8], _ lines: LineTable) -> [UInt8] {
    guard lines.count > 0 else { return [0x0A] }
    let end = Array(bytes[lines.content(of: 1).upperBound..<lines.range(of: 1).upperBound])
    return end.isEmpty ? [0x0A] : end
  }

  var isEmpty: Bool { replaced.isEmpty && removed.isEmpty && inserted.isEmpty }

  /// A line as it will be, without its line end.
  func content(of line: Int) -> [UInt8] {
    replaced[line] ?? Array(bytes[lines.content(of: line)])
  }

  /// Gives a line other bytes; its line end stays.
  mutating func replace(_ line: Int, with content: [UInt8]) {
    replaced[line] = content
  }

  mutating func remove(_ line: Int) {
    removed.insert(line)
  }

  /// Adds lines behind a line, behind what was added there before; line 0 is the beginning.
  mutating func insert(_ contents: [String], after line: Int) {
    inserted[line, default: []] += contents.map { Array($0.utf8) }
  }

  /// The whole file with all changes.
  func apply() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 1_024)
    for line in stride(from: 0, through: lines.count, by: 1) {
      if line > 0, !removed.contains(line) {
        result += content(of: line)
        result += bytes[lines.content(of: line).upperBound..<lines.range(of: line).upperBound]
      }
      for content in inserted[line] ?? [] {
        if let last = result.last, last != 0x0A, last != 0x0D { result += lineEnd }
        result += content
        result += lineEnd
      }
    }
    return result
  }
}

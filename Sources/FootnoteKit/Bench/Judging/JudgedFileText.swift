internal import Digest
internal import Evaluation

/// A file as judgements see it: lines whose text is cited without the white space around it.
struct JudgedFileText {
  /// Blank lines that may have gone from inside of a judged range's ends.
  private static let slack = 3

  private let bytes: [UInt8]
  private let table: LineTable

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    table = LineTable(bytes)
  }

  /// Why a judgement does not hold here, one clause; `nil` where it does.
  func problem(of range: JudgedRange) -> String? {
    guard range.lines.upperBound <= table.count else {
      return "the file has only \(table.count == 1 ? "1 line" : "\(table.count) lines")"
    }
    if let hash = range.hash, hash != self.hash(of: range.lines) {
      return "other text stands there now"
    }
    if let anchor = range.anchor, !holds(anchor, lines: range.lines) {
      return "the anchor is not in these lines"
    }
    return nil
  }

  /// First 8 hex digits of the sha256 of the lines' text.
  func hash(of lines: ClosedRange<Int>) -> String {
    SHA256Digest(of: Array(content(of: lines))).prefix
  }

  /// The text of lines.
  func text(of lines: ClosedRange<Int>) -> String {
    String(decoding: content(of: lines), as: UTF8.self)
  }

  /// The lines that have the hash of a judgement, which has as many lines or a few less.
  ///
  /// Complexity: O(lines of the file × text of the range).
  func lines(withHashOf range: JudgedRange) -> [ClosedRange<Int>] {
    guard let hash = range.hash else { return [] }
    return windows(of: range, shortest: range.lines.count - Self.slack) {
      self.hash(of: $0) == hash
    }
  }

  /// The fewest lines that hold the anchor of a judgement.
  ///
  /// Complexity: O(text of the file × lines of the range).
  func lines(withAnchorOf range: JudgedRange) -> [ClosedRange<Int>] {
    guard let anchor = range.anchor, table.count > 0, holds(anchor, lines: 1...table.count) else {
      return []
    }
    return windows(of: range, shortest: 1, growing: true) { holds(anchor, lines: $0) }
  }

  /// Runs of lines for which `isWanted` holds, all of one length: the first for which there are any.
  /// They neither begin nor end with a blank line.
  private func windows(
    of range: JudgedRange, shortest: Int, growing: Bool = false,
    where isWanted: (ClosedRange<Int>) -> Bool
  ) -> [ClosedRange<Int>] {
    let lengths = max(1, shortest)...range.lines.count
    for length in growing ? Array(lengths) : lengths.reversed() where length <= table.count {
      let found = (1...(table.count - length + 1)).map { $0...($0 + length - 1) }
        .filter { !isBlank($0.lowerBound) && !isBlank($0.upperBound) && isWanted($0) }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func holds(_ anchor: String, lines: ClosedRange<Int>) -> Bool {
    FoldedText(text(of: lines)).contains(FoldedText(anchor))
  }

  private func isBlank(_ line: Int) -> Bool {
    bytes[table.content(of: line)].allSatisfy(Self.isSpace)
  }

  private func content(of lines: ClosedRange<Int>) -> ArraySlice<UInt8> {
    let range = table.content(of: lines)
    guard let first = bytes[range].firstIndex(where: { !Self.isSpace($0) }),
      let last = bytes[range].lastIndex(where: { !Self.isSpace($0) })
    else { return [] }
    return bytes[first...last]
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}

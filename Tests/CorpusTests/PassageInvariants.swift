import Corpus
import Testing

/// What holds for the passages of every document, checked from the bytes alone.
struct PassageInvariants {
  private let bytes: [UInt8]
  private let parsed: ParsedDocument
  private let limits: PassageSplitter.Limits
  private let table: LineTable
  private let isValid: Bool
  /// For every place the number of bytes before it that show something.
  private let shown: [Int]

  init(bytes: [UInt8], parsed: ParsedDocument, limits: PassageSplitter.Limits = .init()) {
    self.bytes = bytes
    self.parsed = parsed
    self.limits = limits
    table = LineTable(bytes)
    isValid = String(validating: bytes, as: UTF8.self) != nil
    shown = Self.shown(bytes)
  }

  /// What does not hold, in words.
  func violations() -> [String] {
    var found: [String] = []
    var end = 0
    for (index, passage) in parsed.passages.enumerated() {
      let range = passage.bytes
      guard range.lowerBound >= end, range.upperBound <= bytes.count, !range.isEmpty else {
        return found + ["passage \(index) at \(range): order"]
      }
      end = range.upperBound
      let rules = placeViolations(passage) + textViolations(passage)
      found += rules.map { "passage \(index) at \(range): \($0)" }
      if passage.ordinal != index { found.append("passage \(index): ordinal") }
    }
    return found
  }

  private func placeViolations(_ passage: Passage) -> [String] {
    let range = passage.bytes
    let first = table.line(at: range.lowerBound)
    let last = table.line(at: range.upperBound - 1)
    let lines = table.content(of: first...last)
    let before = lines.lowerBound..<range.lowerBound
    let after = range.upperBound..<max(range.upperBound, lines.upperBound)
    let rules = [
      "lines": passage.lines == first...last,
      "partial": passage.isPartial != (isBlank(before) && isBlank(after)),
      "trimmed": shows(range.lowerBound) && shows(range.upperBound - 1),
      "UTF-8": isBoundary(range.lowerBound) && isBoundary(range.upperBound),
    ]
    return rules.filter { !$0.value }.map(\.key)
  }

  private func textViolations(_ passage: Passage) -> [String] {
    let text = passage.plainText
    let cited = String(decoding: bytes[passage.bytes], as: UTF8.self)
    let rules = [
      "empty": !text.isEmpty,
      "white space": !text.hasPrefix(" ") && !text.hasSuffix(" ") && !text.contains("  "),
      "pieces": PieceCounter.count(text) <= limits.maximumPieces,
      "words": cited.split(whereSeparator: \.isWhitespace).count <= limits.maximumWords,
      "bytes": passage.bytes.count <= limits.maximumBytes,
      "headings": passage.headings.allSatisfy { !$0.isEmpty },
    ]
    return rules.filter { !$0.value }.map(\.key)
  }

  /// The letters and digits that lie in no passage, of what `isContent` says must.
  func lost(where isContent: (Int) -> Bool) -> [Int] {
    var covered = [Bool](repeating: false, count: bytes.count)
    for passage in parsed.passages {
      for index in passage.bytes { covered[index] = true }
    }
    return bytes.indices.filter { index in
      let byte = bytes[index]
      let isWord = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      return isWord && !covered[index] && isContent(index)
    }
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    shown[range.lowerBound] == shown[range.upperBound]
  }

  private func shows(_ index: Int) -> Bool { shown[index] != shown[index + 1] }

  /// Whether a cut here leaves valid sequences whole. A stray continuation byte may stand anywhere.
  private func isBoundary(_ index: Int) -> Bool {
    index == bytes.count || bytes[index] & 0xC0 != 0x80 || !isValid
  }

  private static func shown(_ bytes: [UInt8]) -> [Int] {
    var counts = [0]
    counts.reserveCapacity(bytes.count + 1)
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      let length: Int
      var isBlank = true
      switch parser.parseScalar(from: &iterator) {
      case .emptyInput: return counts
      case .error(let count): length = count
      case .valid(let encoded):
        length = encoded.count
        isBlank = showsNothing(Unicode.UTF8.decode(encoded))
      }
      for _ in 0..<length { counts.append((counts.last ?? 0) + (isBlank ? 0 : 1)) }
    }
  }

  private static func showsNothing(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value <= 0x20 || (0x7F...0xA0).contains(scalar.value) { return true }
    if scalar.value < 0x1680 { return false }
    return scalar.properties.isWhitespace || scalar.value == 0x200B || scalar.value == 0xFEFF
  }
}

import Corpus
import Testing

/// What holds for the passages of every document, checked from the bytes alone.
struct PassageInvariants {
  let bytes: [UInt8]
  let parsed: ParsedDocument
  var limits = PassageSplitter.Limits()

  /// What does not hold, in words.
  func violations() -> [String] {
    var found: [String] = []
    var end = 0
    for (index, passage) in parsed.passages.enumerated() {
      let range = passage.bytes
      func check(_ holds: Bool, _ rule: String) {
        if !holds { found.append("passage \(index) at \(range): \(rule)") }
      }
      check(passage.ordinal == index, "ordinal")
      check(range.lowerBound >= end && range.upperBound <= bytes.count && !range.isEmpty, "order")
      guard range.upperBound <= bytes.count, !range.isEmpty else { return found }
      end = range.upperBound
      let table = LineTable(bytes)
      let first = table.line(at: range.lowerBound)
      let last = table.line(at: range.upperBound - 1)
      check(passage.lines == first...last, "lines")
      let before = bytes[table.content(of: first).lowerBound..<range.lowerBound]
      let after = bytes[
        range.upperBound..<max(range.upperBound, table.content(of: last).upperBound)]
      check(passage.isPartial != (isBlank(before) && isBlank(after)), "partial")
      let sketch = SourceSketch.text(bytes[range])
      check(!sketch.hasPrefix(" ") && !sketch.hasSuffix(" "), "trimmed")
      check(isBoundary(range.lowerBound) && isBoundary(range.upperBound), "UTF-8")
      let text = passage.plainText
      check(!text.isEmpty, "empty")
      check(!text.hasPrefix(" ") && !text.hasSuffix(" ") && !text.contains("  "), "white space")
      check(PieceCounter.count(text) <= limits.maximumPieces, "pieces")
      let words = String(decoding: bytes[range], as: UTF8.self).split(
        whereSeparator: \.isWhitespace)
      check(words.count <= limits.maximumWords, "words")
      check(range.count <= limits.maximumBytes, "bytes")
      check(passage.headings.allSatisfy { !$0.isEmpty }, "headings")
    }
    return found
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

  private func isBlank(_ slice: ArraySlice<UInt8>) -> Bool {
    let text = SourceSketch.text(slice)
    return text.allSatisfy { $0 == " " }
  }

  /// Whether a cut here leaves valid sequences whole.
  private func isBoundary(_ index: Int) -> Bool {
    guard index < bytes.count, bytes[index] & 0xC0 == 0x80 else { return true }
    // A stray continuation byte may stand anywhere.
    let whole = String(validating: bytes, as: UTF8.self) != nil
    return !whole
  }
}

/// Bytes as text in which everything that shows nothing is a space.
enum SourceSketch {
  static func text(_ slice: ArraySlice<UInt8>) -> String {
    var text = ""
    for scalar in String(decoding: slice, as: UTF8.self).unicodeScalars {
      let isControl = scalar.value <= 0x20 || (0x7F...0xA0).contains(scalar.value)
      let isBlank =
        isControl || scalar.properties.isWhitespace
        || [0x200B, 0xFEFF, 0xFFFD].contains(scalar.value)
      text.unicodeScalars.append(isBlank ? " " : scalar)
    }
    return text
  }
}

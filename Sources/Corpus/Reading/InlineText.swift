/// The text of a block as it is given to cmark: without container markers, and with a marker for everything
/// that cmark does not know.
struct InlineText {
  /// What a marker stands for.
  enum Substitute {
    case extra(Int)
    case time(Double)
  }

  private(set) var bytes: [UInt8] = []
  private(set) var substitutes: [Substitute] = []
  /// Number of bytes that may begin markup.
  private(set) var specials = 0
  /// Whether cmark has nothing to do.
  var isPlain: Bool { specials == 0 }

  private let document: MarkedDocument
  private let extras: [InlineExtra]
  private var nextExtra: Int
  private var nextTime: Int

  /// - Parameters:
  ///   - extras: Those of the document, in the order of their bytes.
  ///   - start: Where the text begins in the file.
  init(_ document: MarkedDocument, extras: [InlineExtra], from start: Int) {
    self.document = document
    self.extras = extras
    nextExtra = extras.firstPlace { $0.bytes.lowerBound >= start }
    nextTime = document.times.marks.firstPlace { $0.bytes.lowerBound >= start }
  }

  /// Adds a line or part of one. What is to be shown before its first byte was passed already.
  mutating func append(_ range: Range<Int>) {
    let text = document.marked.bytes
    var index = range.lowerBound
    var end = range.upperBound
    while index < end, ByteClass.isSpaceOrTab(text[index]) { index += 1 }
    while end > index, ByteClass.isSpaceOrTab(text[end - 1]) { end -= 1 }
    appendTimes(upTo: index)
    if index < end, Self.beginsBlock(text[index]) { bytes += InlineMarker.shield }
    while index < end {
      appendTimes(upTo: index)
      if let extra = extra(from: index), extras[extra].bytes.lowerBound == index,
        extras[extra].bytes.upperBound <= end
      {
        appendMarker(.extra(extra))
        index = extras[extra].bytes.upperBound
        nextExtra += 1
      } else {
        index = appendRun(index..<nextStop(after: index, before: end))
      }
    }
  }

  /// Where the next marker comes.
  private func nextStop(after index: Int, before end: Int) -> Int {
    var stop = end
    let marks = document.times.marks
    if nextTime < marks.count { stop = min(stop, marks[nextTime].bytes.lowerBound) }
    for extra in extras[nextExtra...].prefix(2) where extra.bytes.lowerBound > index {
      stop = min(stop, extra.bytes.lowerBound)
    }
    return max(index + 1, stop)
  }

  /// Ends a line; two spaces at its end, and only those that were written, are a break that is meant.
  mutating func endLine(_ line: Range<Int>) {
    let source = document.source.bytes[line]
    if source.count > 2, source.suffix(2).elementsEqual([0x20, 0x20]),
      source.contains(where: { !ByteClass.isBlank($0) })
    {
      bytes += [0x20, 0x20]
      specials += 1
    }
    bytes.append(0x0A)
  }

  /// Returns where to go on.
  private mutating func appendRun(_ range: Range<Int>) -> Int {
    let text = document.marked.bytes
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte < 0x80 {
        if Self.special[Int(byte)] { specials += 1 }
      } else if byte == 0xEF, InlineMarker.isReserved(text, at: index) {
        bytes += Self.replacement
        index += 3
        continue
      }
      bytes.append(byte)
      index += 1
    }
    return index
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private mutating func appendMarker(_ substitute: Substitute) {
    InlineMarker.append(substitutes.count, to: &bytes)
    substitutes.append(substitute)
    specials += 1
  }

  private mutating func appendTimes(upTo index: Int) {
    let marks = document.times.marks
    while nextTime < marks.count, marks[nextTime].bytes.lowerBound <= index {
      appendMarker(.time(marks[nextTime].start))
      bytes += InlineMarker.shield
      nextTime += 1
    }
  }

  /// The first extra that begins at `index` or later; those that lie within another one are passed.
  private mutating func extra(from index: Int) -> Int? {
    while nextExtra < extras.count, extras[nextExtra].bytes.lowerBound < index { nextExtra += 1 }
    return nextExtra < extras.count ? nextExtra : nil
  }

  /// Whether cmark could read the line as anything but text.
  private static func beginsBlock(_ byte: UInt8) -> Bool {
    ByteClass.isDigit(byte) || "#>-+*`~<=_[".utf8.contains(byte)
  }

  private static let special: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "\\`*_[]<&!".utf8 { table[Int(byte)] = true }
    return table
  }()
}

extension Array {
  /// The place of the first element that fits, where those that do come last.
  ///
  /// - Complexity: O(log `count`).
  func firstPlace(where fits: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if fits(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

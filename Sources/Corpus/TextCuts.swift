/// Where a text that is too long for one passage may be cut, from the best places to the worst.
struct TextCuts {
  /// A kind of place. Later ones are tried where earlier ones leave pieces that are too long.
  enum Level: Int, CaseIterable {
    case sentence, line, clause, word, character
  }

  private let marked: MarkedText
  private var bytes: [UInt8] { marked.bytes }

  init(_ marked: MarkedText) {
    self.marked = marked
  }

  /// Cuts `range` at every place of a kind. The parts follow each other without a gap.
  func parts(of range: Range<Int>, at level: Level) -> [Range<Int>] {
    let cuts: [Int]
    switch level {
    case .sentence: cuts = sentences(range)
    case .line: cuts = blanks(range) { ByteClass.isLineEnd(bytes[$0]) }
    case .clause: cuts = clauses(range)
    case .word: cuts = blanks(range) { _ in true }
    case .character: return []
    }
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for cut in cuts where cut > start && cut < range.upperBound {
      parts.append(start..<cut)
      start = cut
    }
    parts.append(start..<range.upperBound)
    return parts
  }

  /// Behind white space of which a byte meets a condition.
  private func blanks(_ range: Range<Int>, where condition: (Int) -> Bool) -> [Int] {
    var cuts: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] > 0x20, bytes[index] < 0x7F {
        index += 1
        continue
      }
      var width = ByteClass.blankLength(in: bytes, at: index, end: range.upperBound)
      guard width > 0 else {
        index += 1
        continue
      }
      var isCut = false
      while width > 0 {
        isCut = isCut || condition(index)
        index += width
        guard index < range.upperBound else { return cuts }
        width = ByteClass.blankLength(in: bytes, at: index, end: range.upperBound)
      }
      if isCut, marked.mayCut(before: index) { cuts.append(index) }
    }
    return cuts
  }

  private func sentences(_ range: Range<Int>) -> [Int] {
    var cuts: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      // Most are letters.
      if byte > 0x3F, byte < 0xE2 {
        index += 1
        continue
      }
      var next = index + 1
      if byte == 0x2E || byte == 0x21 || byte == 0x3F {
        if let cut = latinEnd(index, range) { cuts.append(cut) }
      } else if byte >= 0xE2 {
        let (value, width) = UTF8Scalar.decode(bytes, at: index)
        next = index + width
        switch value {
        case 0x3002, 0xFF01, 0xFF1F, 0xFF0E:
          let cut = skipBlanks(skipClosers(next, range), range)
          if marked.mayCut(before: cut) { cuts.append(cut) }
        case 0x2026:
          if let cut = latinEnd(index + width - 1, range) { cuts.append(cut) }
        default: break
        }
      }
      index = next
    }
    return cuts
  }

  /// Where the next sentence begins, if the mark at `index` ends one.
  private func latinEnd(_ index: Int, _ range: Range<Int>) -> Int? {
    let end = skipClosers(index + 1, range)
    guard end < range.upperBound,
      ByteClass.blankLength(in: bytes, at: end, end: range.upperBound) > 0
    else { return nil }
    let next = skipBlanks(end, range)
    guard next < range.upperBound, marked.mayCut(before: next) else { return nil }
    let byte = bytes[next]
    if byte >= 0x61, byte <= 0x7A { return nil }
    // `Software 3. 0`: speech recognition puts spaces into numbers.
    if index > range.lowerBound, ByteClass.isDigit(bytes[index - 1]), ByteClass.isDigit(byte) {
      return nil
    }
    if bytes[index] == 0x2E, Abbreviations.end(bytes, at: index, from: range.lowerBound) {
      return nil
    }
    return next
  }

  private func clauses(_ range: Range<Int>) -> [Int] {
    var cuts: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      var next = index + 1
      if byte == 0x2C || byte == 0x3B || byte == 0x3A {
        let end = skipClosers(next, range)
        let cut = skipBlanks(end, range)
        if cut > end, marked.mayCut(before: cut) { cuts.append(cut) }
      } else if byte >= 0xE2 {
        let (value, width) = UTF8Scalar.decode(bytes, at: index)
        next = index + width
        if [0xFF0C, 0xFF1B, 0xFF1A, 0x3001, 0x2014, 0x2013].contains(value) {
          let cut = skipBlanks(skipClosers(next, range), range)
          if marked.mayCut(before: cut) { cuts.append(cut) }
        }
      }
      index = next
    }
    return cuts
  }

  private func skipBlanks(_ index: Int, _ range: Range<Int>) -> Int {
    var next = index
    while next < range.upperBound {
      let width = ByteClass.blankLength(in: bytes, at: next, end: range.upperBound)
      if width == 0 { break }
      next += width
    }
    return next
  }

  private static func isCloser(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x29, 0x5D, 0x2A, 0x5F, 0x2E, 0x21, 0x3F: true
    default: false
    }
  }

  /// Behind quotation marks, brackets and markup that close what the sentence has opened; a few of them,
  /// so that a run of full stops is not looked through again and again.
  private func skipClosers(_ index: Int, _ range: Range<Int>) -> Int {
    var next = index
    let limit = min(range.upperBound, index + 48)
    while next < limit {
      let byte = bytes[next]
      if Self.isCloser(byte)
        || (byte < 0x80 && !ByteClass.isBlank(byte) && !marked.isKept(next))
      {
        next += 1
        continue
      }
      guard byte >= 0xC2 else { break }
      let (value, width) = UTF8Scalar.decode(bytes, at: next)
      guard
        [0xBB, 0x2019, 0x201D, 0x2026, 0x300B, 0x300D, 0x300F, 0x3011, 0xFF09].contains(value)
          || [0x3002, 0xFF01, 0xFF1F].contains(value)
      else { break }
      next += width
    }
    return next
  }
}

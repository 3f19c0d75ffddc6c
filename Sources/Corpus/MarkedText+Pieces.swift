extension MarkedText {
  private static let pieceBlock = 16

  /// How many pieces the plain text of `range` has for `PieceCounter`. It is counted where it stands.
  func pieceCount(_ range: Range<Int>) -> Int {
    let steps = PieceStep.ofASCII
    var counter = PieceCounter()
    var index = range.lowerBound
    while index < range.upperBound {
      let limit = index + Self.pieceBlock
      if limit <= range.upperBound, isKeptASCII(index) {
        counter.take(bytes.span.extracting(index..<index + Self.pieceBlock), steps)
        index = limit
      } else {
        let limit = min(limit, range.upperBound)
        index = count(index..<limit, of: range.upperBound, in: &counter, steps)
      }
    }
    return counter.total
  }

  /// Whether the block at `start` is ASCII and shown as it is. Without a branch for each byte the compiler looks
  /// at all of them at once.
  private func isKeptASCII(_ start: Int) -> Bool {
    let bytes = bytes.span.extracting(start..<start + Self.pieceBlock)
    let marks = marks.span.extracting(start..<start + Self.pieceBlock)
    var unusual: UInt8 = 0
    var actions: UInt8 = 0
    for index in bytes.indices { unusual |= bytes[index] }
    for index in marks.indices { actions |= marks[index] }
    return unusual < 0x80 && actions & Self.actionMask == 0
  }

  /// Counts some bytes one after the other; returns where the last scalar among them ends.
  private func count(
    _ range: Range<Int>, of end: Int, in counter: inout PieceCounter, _ steps: [PieceStep]
  ) -> Int {
    let bytes = bytes.span
    let marks = marks.span
    // In a variable of its own, so that it stays in registers.
    var run = counter
    var index = range.lowerBound
    while index < range.upperBound {
      switch marks[index] & Self.actionMask {
      case Action.keep.rawValue:
        let byte = bytes[index]
        if byte < 0x80 {
          run.take(steps[Int(byte)])
        } else {
          let scalar = wideScalar(index, to: end)
          if let value = scalar.value { run = run.adding(wide: value) } else { run.endWord() }
          index += scalar.length
          continue
        }
      case Action.space.rawValue:
        run.endWord()
      case Action.replace.rawValue:
        if let text = replacement(at: index) { run = run.adding(text) } else { run.endWord() }
      default:
        break
      }
      index += 1
    }
    counter = run
    return index
  }

  /// The scalar above U+007F at `index`, no value where it is white space, and its number of bytes.
  private func wideScalar(_ index: Int, to end: Int) -> (value: UInt32?, length: Int) {
    let width = ByteClass.blankLength(in: bytes, at: index, end: end)
    if width > 0 { return (nil, width) }
    let (value, length) = UTF8Scalar.decode(bytes, at: index)
    return (value, length)
  }
}

extension InlineScanner {
  /// Code between runs of backticks of one length. Its text is shown, its content has no markup.
  mutating func readCode(_ index: Int) -> Int {
    let length = runLength(at: index)
    let contentStart = index + length
    if let last = lastBackticks, (last[length] ?? -1) < contentStart { return contentStart }
    var next = contentStart
    while next < end {
      guard marked.bytes[next] == 0x60 else {
        next += 1
        continue
      }
      let closing = runLength(at: next)
      if closing == length {
        finishCode(index..<contentStart, next..<next + length)
        return next + length
      }
      next += closing
    }
    if lastBackticks == nil { lastBackticks = positionsOfLastRuns(from: index) }
    return contentStart
  }

  private mutating func finishCode(_ opening: Range<Int>, _ closing: Range<Int>) {
    marked.mark(opening, .drop)
    marked.mark(closing, .drop)
    let whole = opening.lowerBound..<closing.upperBound
    // Long code may be cut; nobody wants half of a short one.
    if whole.count <= 200 { marked.forbidCuts(within: whole) }
    guard isTable else { return }
    for index in opening.upperBound..<closing.lowerBound where marked.bytes[index] == 0x5C {
      if marked.bytes[index + 1] == 0x7C { marked.mark(index..<index + 1, .drop) }
    }
  }

  private func runLength(at index: Int) -> Int {
    var next = index
    while next < end, marked.bytes[next] == 0x60 { next += 1 }
    return next - index
  }

  private func positionsOfLastRuns(from start: Int) -> [Int: Int] {
    var positions: [Int: Int] = [:]
    var index = start
    while index < end {
      if marked.bytes[index] == 0x60 {
        let length = runLength(at: index)
        positions[length] = index
        index += length
      } else {
        index += 1
      }
    }
    return positions
  }
}

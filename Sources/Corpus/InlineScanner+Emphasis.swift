extension InlineScanner {
  /// `*emphasis*`, `__strong__`, `~~deleted~~` and `==highlighted==`: drops the marks that have a partner.
  mutating func readDelimiters(_ mark: UInt8, _ index: Int) -> Int {
    var next = index
    while next < end, marked.bytes[next] == mark { next += 1 }
    var count = next - index
    let isPair = mark == 0x7E || mark == 0x3D
    if isPair, count != 2 { return next }
    let (opens, closes) = flanks(index..<next, isUnderscore: mark == 0x5F)
    var position = index
    if closes {
      while count > 0, let opener = delimiters.last(mark) {
        let used = min(opener.count, count)
        let open = opener.position + opener.count - used
        marked.mark(open..<open + used, .drop)
        marked.mark(position..<position + used, .drop)
        if isPair {
          findings.extras.append(InlineExtra(kind: .delimiter, bytes: open..<open + used))
          findings.extras.append(
            InlineExtra(kind: .delimiter, bytes: position..<position + used))
        }
        position += used
        count -= used
        delimiters.take(used, of: mark)
      }
    }
    if opens, count > 0 { delimiters.open(mark, at: position, count: count) }
    return next
  }

  /// Whether a run of delimiters may open and close (CommonMark, section 6.2).
  private func flanks(_ run: Range<Int>, isUnderscore: Bool) -> (opens: Bool, closes: Bool) {
    let before = run.lowerBound > start ? marked.bytes[run.lowerBound - 1] : 0x20
    let after = run.upperBound < end ? marked.bytes[run.upperBound] : 0x20
    let blankBefore = ByteClass.isBlank(before)
    let blankAfter = ByteClass.isBlank(after)
    let punctuationBefore = ByteClass.isPunctuation(before)
    let punctuationAfter = ByteClass.isPunctuation(after)
    let left = !blankAfter && (!punctuationAfter || blankBefore || punctuationBefore)
    let right = !blankBefore && (!punctuationBefore || blankAfter || punctuationAfter)
    guard isUnderscore else { return (left, right) }
    return (left && (!right || punctuationBefore), right && (!left || punctuationAfter))
  }
}

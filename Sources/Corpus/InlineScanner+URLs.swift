extension InlineScanner {
  /// A URL in the text: its host and the readable words of its path are shown.
  mutating func readBareURL(_ index: Int) -> Int {
    guard isAtWordStart(index) else { return index + 1 }
    let isURL =
      follows("http://", at: index) || follows("https://", at: index)
      || follows("www.", at: index)
    guard isURL else { return index + 1 }
    var next = index
    while next < end, isURLByte(marked.bytes[next]) { next += 1 }
    next = withoutTrailingPunctuation(index..<next)
    let isScheme = marked.bytes[index] | 0x20 == 0x68
    guard next - index > (isScheme ? 8 : 5) else { return index + 1 }
    markURL(index..<next)
    findings.extras.append(InlineExtra(kind: .address, bytes: index..<next))
    if next - index <= 2_000 { marked.forbidCuts(within: index..<next) }
    return next
  }

  private func isURLByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x27, 0x3C, 0x3E, 0x5B, 0x5D, 0x5C, 0x60, 0x7B, 0x7C, 0x7D, 0x2A: false
    // Chinese, Japanese and Korean text follows a URL without a space.
    case 0xE3...0xEF: false
    default: !ByteClass.isBlank(byte)
    }
  }

  private func withoutTrailingPunctuation(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    let opening = marked.bytes[range].reduce(0) { $0 + ($1 == 0x28 ? 1 : 0) }
    var closing = marked.bytes[range].reduce(0) { $0 + ($1 == 0x29 ? 1 : 0) }
    while end > range.lowerBound {
      switch marked.bytes[end - 1] {
      case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x5F, 0x7E:
        end -= 1
      case 0x29 where closing > opening:
        closing -= 1
        end -= 1
      default:
        return end
      }
    }
    return end
  }

  /// Drops the scheme, the query and everything of the path that is not a word.
  mutating func markURL(_ range: Range<Int>) {
    var index = range.lowerBound
    if follows("mailto:", at: index) { index += 7 }
    for scheme in ["https://", "http://"] as [StaticString] where follows(scheme, at: index) {
      index += scheme.utf8CodeUnitCount
    }
    if follows("www.", at: index) { index += 4 }
    index = min(index, range.upperBound)
    marked.mark(range.lowerBound..<index, .drop)
    while index < range.upperBound, ![0x2F, 0x3F, 0x23].contains(marked.bytes[index]) { index += 1 }
    while index < range.upperBound, ![0x3F, 0x23].contains(marked.bytes[index]) {
      var next = index
      while next < range.upperBound, ByteClass.isLetterOrDigit(marked.bytes[next]) { next += 1 }
      if next == index {
        marked.mark(index..<index + 1, .space)
        index += 1
      } else {
        let isEncoded = index > range.lowerBound && marked.bytes[index - 1] == 0x25
        if isEncoded || !isReadable(index..<next) { marked.mark(index..<next, .drop) }
        index = next
      }
    }
    marked.mark(index..<range.upperBound, .drop)
  }

  /// Whether a part of a path is a word rather than an identifier.
  private func isReadable(_ range: Range<Int>) -> Bool {
    guard range.count >= 3, range.count <= 20 else { return false }
    var vowels = 0
    var capitals = 0
    for byte in marked.bytes[range] {
      guard ByteClass.isLetter(byte) else { return false }
      if byte < 0x61 { capitals += 1 }
      if [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79].contains(byte | 0x20) { vowels += 1 }
    }
    let first = marked.bytes[range.lowerBound]
    let isCapitalised = capitals == 1 && first < 0x61
    return vowels > 0 && (capitals == 0 || isCapitalised)
  }
}

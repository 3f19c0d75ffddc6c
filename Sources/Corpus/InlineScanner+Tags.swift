extension InlineScanner {
  /// `#tag`: letters, digits, `-`, `_` and `/`, not digits alone. The word is shown without the mark.
  mutating func readTag(_ index: Int) -> Int {
    guard index == start || isBeforeTag(marked.bytes[index - 1]) else { return index + 1 }
    var next = index + 1
    var hasLetter = false
    while next < end, next - index < 120 {
      let byte = marked.bytes[next]
      if ByteClass.blankLength(in: marked.bytes, at: next, end: end) > 0 { break }
      guard ByteClass.isWord(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2F,
        !isWidePunctuation(at: next)
      else { break }
      if !ByteClass.isDigit(byte) && ByteClass.isWord(byte) { hasLetter = true }
      next += 1
    }
    while next > index, [0x2F, 0x2D].contains(marked.bytes[next - 1]) { next -= 1 }
    guard hasLetter, next > index + 1, next - index < 120,
      next == end || marked.bytes[next] != 0x23
    else { return index + 1 }
    marked.mark(index..<index + 1, .drop)
    findings.tags.append(String(decoding: marked.bytes[index + 1..<next], as: UTF8.self))
    findings.extras.append(InlineExtra(kind: .tag, bytes: index..<next))
    return next
  }

  private func isBeforeTag(_ byte: UInt8) -> Bool {
    ByteClass.isBlank(byte) || [0x28, 0x2C, 0x3B, 0x7C, 0x2A, 0x22].contains(byte)
  }

  /// CJK and general punctuation, which ends a tag: U+2010 to U+206F, U+3001 to U+301F, U+FF00 to U+FF0F
  /// and U+FF1A to U+FF20.
  private func isWidePunctuation(at index: Int) -> Bool {
    let byte = marked.bytes[index]
    guard byte == 0xE2 || byte == 0xE3 || byte == 0xEF else { return false }
    switch UTF8Scalar.decode(marked.bytes, at: index).value {
    case 0x2010...0x206F, 0x3001...0x301F, 0xFF00...0xFF0F, 0xFF1A...0xFF20: return true
    default: return false
    }
  }

  /// ` ^id` at the end of a line names the block.
  mutating func readBlockID(_ index: Int) -> Int {
    guard index == start || ByteClass.isBlank(marked.bytes[index - 1]) else { return index + 1 }
    var next = index + 1
    while next < end, next - index < 80,
      ByteClass.isLetterOrDigit(marked.bytes[next]) || marked.bytes[next] == 0x2D
    {
      next += 1
    }
    guard next > index + 1 else { return index + 1 }
    var rest = next
    while rest < end, ByteClass.isSpaceOrTab(marked.bytes[rest]) { rest += 1 }
    guard rest == end || ByteClass.isLineEnd(marked.bytes[rest]) else { return index + 1 }
    marked.mark(index..<next, .drop)
    let name = String(decoding: marked.bytes[index + 1..<next], as: UTF8.self)
    findings.extras.append(InlineExtra(kind: .blockName, bytes: index..<next))
    if findings.blockIDs[name] == nil { findings.blockIDs[name] = line(at: index) }
    return next
  }
}

extension SourceText {
  /// Number of words of `range`: runs of what is not white space.
  func wordCount(_ range: Range<Int>) -> Int {
    let text = bytes.span
    var count = 0
    // 1 within a word, else 0.
    var inside: UInt8 = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let rest = range.upperBound - index
      // Blocks of a length that the compiler knows, so that it looks at many bytes at once.
      let size = rest >= 32 ? 32 : rest >= 16 ? 16 : rest
      let words =
        switch size {
        case 32: Words(text.extracting(index..<index + 32), inside: inside)
        case 16: Words(text.extracting(index..<index + 16), inside: inside)
        default: Words(text.extracting(index..<range.upperBound), inside: inside)
        }
      if words.isASCII {
        count += Int(words.begins)
        inside = words.inside
        index += size
        continue
      }
      let end = index + size
      while index < end {
        let width = ByteClass.blankLength(in: bytes, at: index, end: range.upperBound)
        if width == 0, inside == 0 { count += 1 }
        inside = width == 0 ? 1 : 0
        index += max(1, width)
      }
    }
    return count
  }

  /// The words of at most 32 bytes, which must be ASCII for the counts to hold.
  private struct Words {
    /// How many words begin.
    var begins: UInt8 = 0
    /// 1 where a word goes on behind the last byte, else 0.
    var inside: UInt8
    private var unusual: UInt8 = 0

    var isASCII: Bool { unusual < 0x80 }

    @inline(__always)
    init(_ text: borrowing Span<UInt8>, inside: UInt8) {
      self.inside = inside
      for index in text.indices {
        let byte = text[index]
        // The highest bit is set by 0x7F and by what is above.
        unusual |= byte | (byte &+ 1)
        // 1 for what is shown, else 0.
        let shown = (byte &+ 0x5F) &>> 7
        begins &+= shown & (self.inside ^ 1)
        self.inside = shown
      }
    }
  }
}

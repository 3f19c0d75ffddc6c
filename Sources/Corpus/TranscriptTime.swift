/// A time of a recording as it stands in a transcript: `[00:00:48 → 00:01:06]`, `[01:06]`, `(1:02:03)`.
struct TranscriptTime {
  let start: Double
  /// Of a range.
  let end: Double?
  /// Written with hours.
  let isLong: Bool
  /// Where it stands, brackets included.
  let bytes: Range<Int>

  /// Whether a time may begin with this byte.
  static func mayBegin(_ byte: UInt8) -> Bool {
    byte == 0x5B || byte == 0x28 || ByteClass.isDigit(byte)
  }

  /// The time that begins at `range.lowerBound`.
  init?(_ text: [UInt8], _ range: Range<Int>) {
    var reader = Reader(text: text, index: range.lowerBound, end: range.upperBound)
    let close: UInt8? = reader.peek == 0x5B ? 0x5D : reader.peek == 0x28 ? 0x29 : nil
    if close != nil { reader.index += 1 }
    reader.skipSpaces()
    guard let first = reader.clock() else { return nil }
    reader.skipSpaces()
    var second: (seconds: Double, isLong: Bool)?
    if reader.arrow() {
      reader.skipSpaces()
      second = reader.clock()
      guard let second, second.seconds >= first.seconds else { return nil }
      reader.skipSpaces()
    }
    if let close {
      guard reader.peek == close else { return nil }
      reader.index += 1
    } else if second == nil {
      // Without brackets only a range is surely not a time of day.
      return nil
    }
    start = first.seconds
    end = second?.seconds
    isLong = first.isLong
    bytes = range.lowerBound..<reader.index
  }

  /// Reads clocks and arrows.
  private struct Reader {
    let text: [UInt8]
    var index: Int
    let end: Int

    var peek: UInt8 { index < end ? text[index] : 0 }

    mutating func skipSpaces() {
      while ByteClass.isSpaceOrTab(peek) { index += 1 }
    }

    /// `m:ss`, `h:mm:ss`, with or without a fraction.
    mutating func clock() -> (seconds: Double, isLong: Bool)? {
      guard var value = number(1...3) else { return nil }
      guard peek == 0x3A else { return nil }
      index += 1
      guard let second = number(2...2), second < 60 else { return nil }
      var isLong = false
      value = value * 60 + second
      if peek == 0x3A {
        index += 1
        guard let third = number(2...2), third < 60 else { return nil }
        value = value * 60 + third
        isLong = true
      }
      var seconds = Double(value)
      if peek == 0x2E || peek == 0x2C, index + 1 < end, ByteClass.isDigit(text[index + 1]) {
        index += 1
        var scale = 0.1
        while ByteClass.isDigit(peek) {
          seconds += Double(peek - 0x30) * scale
          scale /= 10
          index += 1
        }
      }
      return (seconds, isLong)
    }

    private mutating func number(_ digits: ClosedRange<Int>) -> Int? {
      var value = 0
      var count = 0
      while ByteClass.isDigit(peek), count < digits.upperBound {
        value = value * 10 + Int(peek - 0x30)
        count += 1
        index += 1
      }
      return digits.contains(count) && !ByteClass.isDigit(peek) ? value : nil
    }

    /// `->`, `-->`, `-`, `–`, `—`, `→`, `~` or `to`.
    mutating func arrow() -> Bool {
      for arrow in ["-->", "->", "→", "–", "—", "-", "~", "to"]
      where text[index..<end].starts(with: arrow.utf8) {
        index += arrow.utf8.count
        return true
      }
      return false
    }
  }
}

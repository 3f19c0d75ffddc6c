/// A tag in the text of a page, found as browsers find it (HTML, 13.2.5).
struct HTMLTag {
  /// In lower case.
  let name: String
  let isEnd: Bool
  /// `/>`
  let closesItself: Bool
  /// From `<` to behind `>`.
  let bytes: Range<Int>

  /// The tag that begins at `start`, which holds `<`; `nil` where none does.
  init?(_ text: [UInt8], at start: Int) {
    var index = start + 1
    let isEnd = index < text.count && text[index] == 0x2F
    if isEnd { index += 1 }
    guard index < text.count, Self.isLetter(text[index]) else { return nil }
    let first = index
    while index < text.count, !Self.endsName(text[index]) { index += 1 }
    name = String(decoding: text[first..<index], as: UTF8.self).lowercased()
    self.isEnd = isEnd
    let end = Self.end(text, from: index)
    closesItself = end < text.count && text[end - 1] == 0x2F
    bytes = start..<min(end + 1, text.count)
  }

  /// Where the tag's `>` stands, behind attributes, whose values may hold any sign.
  private static func end(_ text: [UInt8], from start: Int) -> Int {
    var index = start
    while index < text.count {
      while index < text.count, isBlank(text[index]) || text[index] == 0x2F { index += 1 }
      guard index < text.count, text[index] != 0x3E else { return index }
      // The first sign of a name may be anything, `=` too.
      index += 1
      while index < text.count, !endsName(text[index]), text[index] != 0x3D { index += 1 }
      while index < text.count, isBlank(text[index]) { index += 1 }
      guard index < text.count, text[index] == 0x3D else { continue }
      index += 1
      while index < text.count, isBlank(text[index]) { index += 1 }
      guard index < text.count else { return index }
      if text[index] == 0x22 || text[index] == 0x27 {
        let quote = text[index]
        index = text[(index + 1)...].firstIndex(of: quote).map { $0 + 1 } ?? text.count
      } else {
        while index < text.count, !isBlank(text[index]), text[index] != 0x3E { index += 1 }
      }
    }
    return index
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    [0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == 0x2F || byte == 0x3E
  }
}

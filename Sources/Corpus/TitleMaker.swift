/// Titles for documents that name none.
package enum TitleMaker {
  package static let maximumLength = 80

  /// The name of a file as words: `march-of-nines.md` is "March of nines".
  package static func readable(_ path: String) -> String {
    let stem = FilePath.stem(of: path)
    // `2025-07-06` is a name as it is.
    guard stem.utf8.contains(where: { ByteClass.isWord($0) && !ByteClass.isDigit($0) }) else {
      return stem
    }
    let spaced = String(
      decoding: stem.utf8.map { $0 == 0x2D || $0 == 0x5F ? 0x20 : $0 }, as: UTF8.self)
    let text = collapsed(spaced)
    return text.isEmpty ? stem : text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The beginning of a text: its first sentence, cut at a word where it has more than `limit` characters.
  package static func beginning(of text: String, limit: Int = maximumLength) -> String {
    let bytes = Array(text.utf8)
    let marked = MarkedText(bytes)
    let sentence = TextCuts(marked).parts(of: 0..<min(bytes.count, 2_000), at: .sentence).first
    let first = String(decoding: bytes[sentence ?? 0..<bytes.count], as: UTF8.self)
    return shortened(collapsed(first), limit)
  }

  /// At most `limit` characters, the ellipsis counted.
  private static func shortened(_ text: String, _ limit: Int) -> String {
    guard text.count > limit else { return text }
    var short = text.prefix(limit - 1)
    // Only a long word is cut itself.
    if let space = short.lastIndex(of: " "), short.distance(from: space, to: short.endIndex) < 30 {
      short = short[..<space]
    }
    while let last = short.last, " ,;:-–—(".contains(last) { short = short.dropLast() }
    return short + "…"
  }

  /// White space as single spaces, none at the ends.
  package static func collapsed(_ text: String) -> String {
    isCollapsed(text) ? text : MarkedText(Array(text.utf8)).plainWhole
  }

  /// Whether a text is surely as it should be: ASCII without control characters, single spaces alone and
  /// within.
  private static func isCollapsed(_ text: String) -> Bool {
    var isBehindSpace = true
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F, !(isBehindSpace && byte == 0x20) else { return false }
      isBehindSpace = byte == 0x20
    }
    return !isBehindSpace || text.isEmpty
  }
}

/// The language of a text as far as a page needs it: for the choice of Han fonts, and the voice that reads it out.
enum TextLanguage {
  /// Letters that are looked at.
  private static let reach = 400

  /// A tag of BCP 47; `nil` for English and where nothing is known.
  ///
  /// - Parameters:
  ///   - declared: What the document says of itself.
  ///   - text: Where it is written in a script of one language, that counts: a document in English may quote
  ///     another.
  static func tag(declared: String?, text: String) -> String? {
    let declared = declared.flatMap { isTag($0) ? $0 : nil }
    let first = declared?.lowercased().split(separator: "-").first
    guard let written = byScript(text) else { return first == "en" ? nil : declared }
    // Han alone is Chinese or Japanese; the document knows better.
    return first == "ja" || first == "zh" ? declared : written
  }

  private static func isTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return (2...8).contains(parts[0].count) && parts.count <= 6
      && parts.allSatisfy { part in
        (1...8).contains(part.count)
          && part.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          }
      }
  }

  /// A word or two within other text do not make its language.
  private static func byScript(_ text: String) -> String? {
    var (kana, hangul, han, all) = (0, 0, 0, 0)
    for scalar in text.unicodeScalars.lazy.filter(\.properties.isAlphabetic).prefix(reach) {
      all += 1
      switch scalar.value {
      case 0x3040...0x30FF: kana += 1
      case 0xAC00...0xD7AF, 0x1100...0x11FF: hangul += 1
      case 0x3400...0x9FFF, 0x20000...0x3FFFF: han += 1
      default: break
      }
    }
    guard all > 0, (kana + hangul + han) * 6 > all else { return nil }
    if hangul > kana + han { return "ko" }
    return kana > 0 ? "ja" : "zh"
  }
}

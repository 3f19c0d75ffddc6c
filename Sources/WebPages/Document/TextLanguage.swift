/// The language of a text as far as a page needs it: for the choice of Han fonts, and the voice that reads it out.
enum TextLanguage {
  /// A tag of BCP 47; `nil` for English and where nothing is known.
  ///
  /// - Parameters:
  ///   - declared: What the document says of itself.
  ///   - text: Its beginning is looked at where the document says nothing.
  static func tag(declared: String?, text: String) -> String? {
    guard let declared, isTag(declared) else { return guess(text) }
    return declared.lowercased().split(separator: "-").first == "en" ? nil : declared
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

  /// Only scripts of one language are told.
  private static func guess(_ text: String) -> String? {
    var (han, kana, hangul, all) = (0, 0, 0, 0)
    for scalar in text.unicodeScalars.prefix(2_000) {
      all += 1
      switch scalar.value {
      case 0x4E00...0x9FFF: han += 1
      case 0x3040...0x30FF: kana += 1
      case 0xAC00...0xD7AF: hangul += 1
      default: continue
      }
    }
    if kana > 3, kana * 20 > all { return "ja" }
    if hangul > 3, hangul * 7 > all { return "ko" }
    return han > 4 && han * 7 > all ? "zh" : nil
  }
}

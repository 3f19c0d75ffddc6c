/// Language of a text as HTML names it, where the text is not English: it chooses fonts and a voice.
enum LanguageTag {
  /// Letters that are looked at.
  private static let reach = 400

  /// - Parameter declared: What the document says of itself.
  /// - Returns: A BCP 47 tag; `nil` for English, and where nothing is known.
  static func tag(of text: String, declared: String? = nil) -> String? {
    let declared = declared.flatMap(checked)
    guard let written = byScript(text) else {
      return declared == "en" || declared?.hasPrefix("en-") == true ? nil : declared
    }
    // Han alone is Chinese or Japanese; the document knows better.
    let isNamed = declared?.hasPrefix("ja") == true || declared?.hasPrefix("zh") == true
    return isNamed ? declared : written
  }

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
    // A word or two within other text does not make its language.
    guard all > 0, (kana + hangul + han) * 6 > all else { return nil }
    if hangul > kana + han { return "ko" }
    return kana > 0 ? "ja" : "zh"
  }

  /// Letters, digits and hyphens; whatever else a document says names no language.
  private static func checked(_ tag: String) -> String? {
    let parts = tag.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
    guard isTag, let first = parts.first, (2...3).contains(first.count) else { return nil }
    return tag.lowercased()
  }
}

import Foundation

/// Writes front matter that YAML 1.2 and 1.1 read as the same texts.
enum FrontMatterText {
  enum Value {
    case text(String)
    /// Written as it is: a date or a number.
    case plain(String)
    case list([String])
  }

  static func text(of entries: [(key: String, value: Value)]) -> String {
    "---\n" + entries.map { line($0.key, $0.value) + "\n" }.joined() + "---\n"
  }

  static func line(_ key: String, _ value: Value) -> String {
    switch value {
    case .text(let text): "\(key): \(scalar(text))"
    case .plain(let text): "\(key): \(text)"
    case .list(let items): "\(key): [\(items.map(quoted).joined(separator: ", "))]"
    }
  }

  /// The text as it is where nothing in it means anything to YAML, else in double quotes.
  private static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  private static let words: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf",
  ]

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isWord(first), text.last != " ",
      !words.contains(text.lowercased()), !looksLikeNumber(text)
    else { return false }
    return text.unicodeScalars.allSatisfy {
      isWord($0) || " .,_-/()'’“”–—!?&+%;".contains(Character($0))
    }
  }

  /// Digits and what stands between those of numbers, dates and times.
  private static func looksLikeNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) else { return false }
    return text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || "abcdefoxABCDEFOX._-+:TZ ".utf8.contains(byte)
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
        result += String(format: "\\x%02x", scalar.value)
      case "\u{2028}", "\u{2029}", "\u{FEFF}":
        result += String(format: "\\u%04x", scalar.value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

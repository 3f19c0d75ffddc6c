/// A word, a number or a sign of a text in which times are looked for. White space is left out.
enum TimeToken: Sendable, Hashable {
  /// In lower case.
  case word(String)
  /// The digits, at most four of them; longer numbers are words.
  case number(String)
  case sign(Character)

  private static let longestNumber = 4
  /// Words that stand between the beginning of a statement and the time that it begins with.
  private static let leads: Set<String> = [
    "in", "on", "by", "from", "since", "during", "around", "about", "before", "until", "after",
    "at",
    "between", "the", "early", "mid", "late", "only", "already", "again", "still", "as", "of",
    "and",
    "but", "then", "end", "beginning", "spring", "summer", "autumn", "winter",
  ]

  static func tokens(of text: String) -> [TimeToken] {
    var tokens: [TimeToken] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first.isWhitespace {
        rest = rest.dropFirst()
      } else if first.isNumber, first.isASCII {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        tokens.append(
          digits.count > longestNumber ? .word(String(digits)) : .number(String(digits)))
        rest = rest[digits.endIndex...]
      } else if isDateSign(first) {
        tokens.append(.word(String(first)))
        rest = rest.dropFirst()
      } else if first.isLetter {
        let letters = rest.prefix { $0.isLetter && !isDateSign($0) }
        tokens.append(.word(letters.lowercased()))
        rest = rest[letters.endIndex...]
      } else {
        tokens.append(.sign(first))
        rest = rest.dropFirst()
      }
    }
    return tokens
  }

  /// `2025年7月6日`
  private static func isDateSign(_ character: Character) -> Bool {
    "年月日号號".contains(character)
  }

  var isWord: Bool {
    if case .word = self { true } else { false }
  }

  /// Whether it may stand before the time that a statement begins with.
  var isLead: Bool {
    switch self {
    case .word(let word): Self.leads.contains(word)
    case .number: false
    case .sign(let sign): "*_[(\"'“‘>#|-–—•:".contains(sign)
    }
  }
}

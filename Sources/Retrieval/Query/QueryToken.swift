/// A piece of a question's syntax.
enum QueryToken: Sendable, Hashable {
  enum Field: String, Sendable, Hashable {
    case layer
    case type
    case tag
    case path
    case after
    case before
  }

  case word(String)
  /// `-word`
  case negatedWord(String)
  /// `"a phrase"` or `-"a phrase"`
  case phrase(String, isNegated: Bool)
  /// `name:value`, `name:"a value"` or `-name:value`
  case field(Field, String, isNegated: Bool)

  /// Takes a question apart. Curly quotation marks count as straight ones.
  static func tokens(of question: String) -> [QueryToken] {
    let characters = Array(question)
    var tokens: [QueryToken] = []
    var index = 0
    while index < characters.count {
      if characters[index].isWhitespace {
        index += 1
      } else if let (token, end) = quoted(characters, at: index) ?? field(characters, at: index) {
        tokens.append(token)
        index = end
      } else {
        let end = endOfWord(characters, from: index)
        tokens.append(bare(String(characters[index..<end])))
        index = end
      }
    }
    return tokens
  }

  private static func isQuote(_ character: Character) -> Bool {
    character == "\"" || character == "\u{201C}" || character == "\u{201D}"
  }

  /// The inside of quotation marks that open at `index`, and the index behind them.
  private static func inside(_ characters: [Character], at index: Int) -> (String, Int)? {
    guard index < characters.count, isQuote(characters[index]),
      let close = characters[(index + 1)...].firstIndex(where: isQuote)
    else { return nil }
    let text = String(characters[(index + 1)..<close])
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    return (text, close + 1)
  }

  private static func quoted(_ characters: [Character], at index: Int) -> (QueryToken, Int)? {
    let isNegated = characters[index] == "-"
    guard let (text, end) = inside(characters, at: isNegated ? index + 1 : index) else {
      return nil
    }
    return (.phrase(text, isNegated: isNegated), end)
  }

  private static func field(_ characters: [Character], at index: Int) -> (QueryToken, Int)? {
    let isNegated = characters[index] == "-"
    let start = isNegated ? index + 1 : index
    guard let colon = characters[start...].prefix(8).firstIndex(of: ":"),
      let field = Field(rawValue: String(characters[start..<colon]).lowercased())
    else { return nil }
    if let (value, end) = inside(characters, at: colon + 1) {
      return (.field(field, value, isNegated: isNegated), end)
    }
    let end = endOfWord(characters, from: colon + 1)
    guard end > colon + 1 else { return nil }
    return (.field(field, String(characters[(colon + 1)..<end]), isNegated: isNegated), end)
  }

  private static func endOfWord(_ characters: [Character], from index: Int) -> Int {
    characters[index...].firstIndex(where: \.isWhitespace) ?? characters.count
  }

  private static func bare(_ word: String) -> QueryToken {
    guard word.first == "-", let next = word.dropFirst().first, next.isLetter || next.isNumber
    else {
      return .word(word)
    }
    return .negatedWord(String(word.dropFirst()))
  }
}

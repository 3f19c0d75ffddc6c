/// Closes the gaps where links were taken out of a text.
enum EmptyBrackets {
  /// Removes the marks (NUL) with the brackets that hold nothing else, the commas between them, and the
  /// space before the next sign of punctuation.
  static func removed(from text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let mark = rest.firstIndex(of: "\u{0}") {
      var before = rest[..<mark]
      var after = rest[rest.index(after: mark)...]
      // Everything up to the last mark that only commas and spaces lie between goes with the first.
      while let next = after.firstIndex(of: "\u{0}"), after[..<next].allSatisfy(isFiller) {
        after = after[after.index(after: next)...]
      }
      let opened = before.lastIndex { !isFiller($0) }
      let closed = after.firstIndex { !isFiller($0) }
      if let opened, let closed, before[opened] == "(", after[closed] == ")" {
        before = before[..<opened]
        after = after[after.index(after: closed)...]
      }
      while before.last == " " { before = before.dropLast() }
      result += before
      if let next = after.first, !isEnd(next), next != " ", !result.isEmpty { result += " " }
      rest = after
    }
    result += rest
    return result.first == " " ? String(result.drop { $0 == " " }) : result
  }

  private static func isFiller(_ character: Character) -> Bool {
    character == " " || character == "," || character == ";" || character == "，" || character == "、"
  }

  private static func isEnd(_ character: Character) -> Bool {
    ".,;:!?)".contains(character)
  }
}

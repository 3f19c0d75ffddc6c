/// Takes the signs of inline markdown out of one line.
struct InlineReducer {
  private typealias Cell = StyledText.Cell
  /// Links whose text is longer than this are left as they are.
  private static let longestBracket = 400

  private let cells: [StyledText.Cell]
  private var index = 0
  private var result: [StyledText.Cell] = []

  init(_ cells: [StyledText.Cell]) {
    self.cells = cells
  }

  /// The words of the line. Signs that close nothing, and those in the middle of words, stay.
  mutating func reduce() -> [StyledText.Cell] {
    while index < cells.count {
      switch cells[index].character {
      case "\\": escape()
      case "!" where next == "[": index += 1
      case "[": bracket()
      case "<": tag()
      case "`": index += 1
      case "*", "_", "~", "=": emphasis()
      case "^": blockID()
      default: take()
      }
    }
    return result
  }

  private var next: Character? {
    index + 1 < cells.count ? cells[index + 1].character : nil
  }

  private mutating func take() {
    result.append(cells[index])
    index += 1
  }

  private mutating func escape() {
    if let next, next.isPunctuation || next.isSymbol { index += 1 }
    take()
  }

  // MARK: Brackets

  /// The index of `sign` on this line, looked for from `start` over a bounded distance.
  private func find(_ sign: Character, from start: Int) -> Int? {
    guard start < cells.count else { return nil }
    let end = min(cells.count, start + Self.longestBracket)
    return cells[start..<end].firstIndex { $0.character == sign }
  }

  private mutating func bracket() {
    if next == "[", let close = find("]", from: index + 2), close + 1 < cells.count,
      cells[close + 1].character == "]"
    {
      wikilink(cells[(index + 2)..<close])
      index = close + 2
      return
    }
    guard let close = find("]", from: index + 1) else { return take() }
    let inside = cells[(index + 1)..<close]
    if inside.first?.character == "^" || Self.isTime(inside) {
      index = close + 1
    } else if close + 1 < cells.count, cells[close + 1].character == "(",
      let end = endOfTarget(from: close + 2)
    {
      var inner = InlineReducer(Array(inside))
      result += inner.reduce()
      index = end + 1
    } else {
      take()
    }
  }

  /// The shown text where there is one, else the target.
  private mutating func wikilink(_ inside: ArraySlice<StyledText.Cell>) {
    let bar = inside.firstIndex { $0.character == "|" }
    var shown = bar.map { inside[($0 + 1)...] } ?? inside
    if let last = shown.last?.character, last == "\\" { shown = shown.dropLast() }
    result += shown
  }

  /// The closing parenthesis of a link's target, in which parentheses may be nested.
  private func endOfTarget(from start: Int) -> Int? {
    var depth = 1
    var position = start
    while position < cells.count, position < start + 2000 {
      switch cells[position].character {
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      if depth == 0 { return position }
      position += 1
    }
    return nil
  }

  /// `00:00:48 → 00:01:06` of a transcript.
  private static func isTime(_ inside: ArraySlice<StyledText.Cell>) -> Bool {
    inside.contains { $0.character == ":" }
      && inside.allSatisfy { $0.character.isNumber || ":.,→-> ".contains($0.character) }
  }

  // MARK: Other signs

  private mutating func tag() {
    guard let next, next.isLetter || next == "/" || next == "!",
      let close = find(">", from: index + 1)
    else { return take() }
    let inside = cells[(index + 1)..<close]
    if inside.starts(with: "http") { result += inside }
    index = close + 1
  }

  private mutating func emphasis() {
    let sign = cells[index].character
    let count = cells[index...].prefix { $0.character == sign }.count
    let before = index > 0 ? cells[index - 1].character : " "
    let after = index + count < cells.count ? cells[index + count].character : " "
    let isInWord = Self.isWord(before) && Self.isWord(after)
    let isLoose = before.isWhitespace && after.isWhitespace
    let isSign =
      switch sign {
      case "~", "=": count == 2 && !isLoose
      case "_": count <= 3 && !isInWord && !isLoose
      default: count <= 3 && !isLoose && !(isInWord && before.isNumber && after.isNumber)
      }
    if isSign {
      index += count
    } else {
      for _ in 0..<count { take() }
    }
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  /// `^id` at the end of a line names the block and says nothing.
  private mutating func blockID() {
    let rest = cells[(index + 1)...]
    let isSpaced = index == 0 || cells[index - 1].character.isWhitespace
    guard isSpaced, !rest.isEmpty,
      rest.allSatisfy({ Self.isWord($0.character) || $0.character == "-" })
    else { return take() }
    index = cells.count
  }
}

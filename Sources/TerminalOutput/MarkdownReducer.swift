/// Takes out of a passage of markdown what is noise in a short extract: link targets, emphasis, heading
/// and list signs, HTML tags, table borders, times of a transcript. The words and their marks stay.
package enum MarkdownReducer {
  typealias Cells = ArraySlice<StyledText.Cell>

  /// The text on one line.
  ///
  /// Complexity: O(length), as long as lines have few unclosed brackets.
  package static func reduce(_ text: StyledText) -> StyledText {
    var result: [StyledText.Cell] = []
    let lines = text.cells.split(omittingEmptySubsequences: true) { $0.character.isNewline }
    for line in lines {
      guard let content = content(of: line) else { continue }
      var inline = InlineReducer(content)
      let reduced = inline.reduce()
      let needsSpace = !result.isEmpty && !reduced.isEmpty
      if needsSpace { result.append(.init(" ")) }
      result += reduced
    }
    return StyledText(cells: collapsed(result))
  }

  /// A line without the signs of its block; `nil` where it has nothing else.
  private static func content(of line: Cells) -> [StyledText.Cell]? {
    var rest = trimmed(line)
    while rest.first?.character == ">" { rest = trimmed(rest.dropFirst()) }
    guard let first = rest.first?.character, !isRule(rest) else { return nil }
    if first == "`", rest.starts(with: "```") { return nil }
    if first == "~", rest.starts(with: "~~~") { return nil }
    if rest.starts(with: "[!"), let close = rest.firstIndex(where: { $0.character == "]" }) {
      rest = trimmed(rest[(close + 1)...].drop { "+-".contains($0.character) })
    }
    let signs = rest.prefix { $0.character == "#" }
    if (1...6).contains(signs.count), rest.dropFirst(signs.count).first?.character == " " {
      rest = trimmed(rest.dropFirst(signs.count))
      return Array(trimmed(rest[..<endWithoutSigns(rest)]))
    }
    if "-*+".contains(first), rest.dropFirst().first?.character == " " {
      let item = trimmed(withoutCheckbox(trimmed(rest.dropFirst())))
      return [.init("•"), .init(" ")] + item
    }
    if first == "|" { return tableRow(rest) }
    return Array(rest)
  }

  /// Rules, underlines of headings and the line below a table's head: signs only.
  private static func isRule(_ line: Cells) -> Bool {
    line.allSatisfy { "-*_=|: \t".contains($0.character) } && line.count >= 2
  }

  private static func endWithoutSigns(_ line: Cells) -> Int {
    (line.lastIndex { $0.character != "#" && $0.character != " " } ?? line.startIndex - 1) + 1
  }

  private static func withoutCheckbox(_ line: Cells) -> Cells {
    let box = line.prefix(3).map(\.character)
    guard box.count == 3, box[0] == "[", " xX".contains(box[1]), box[2] == "]" else { return line }
    return line.dropFirst(3)
  }

  /// The cells of a table, separated by dots. An escaped pipe belongs to its cell.
  private static func tableRow(_ line: Cells) -> [StyledText.Cell] {
    var fields: [Cells] = []
    var start = line.startIndex + 1
    for index in line.indices.dropFirst() where line[index].character == "|" {
      if line[index - 1].character == "\\" { continue }
      fields.append(trimmed(line[start..<index]))
      start = index + 1
    }
    if start < line.endIndex { fields.append(trimmed(line[start...])) }
    let separator = StyledText(" · ").cells
    return Array(fields.filter { !$0.isEmpty }.joined(separator: separator))
  }

  private static func trimmed(_ line: Cells) -> Cells {
    let start = line.drop { $0.character.isWhitespace }
    let end = start.lastIndex { !$0.character.isWhitespace }
    return end.map { start[...$0] } ?? start.prefix(0)
  }

  /// Without control characters, and with one space for several.
  private static func collapsed(_ cells: [StyledText.Cell]) -> [StyledText.Cell] {
    var result: [StyledText.Cell] = []
    for var cell in cells {
      if cell.character.isWhitespace {
        if result.isEmpty || result.last?.character == " " { continue }
        cell.character = " "
      } else if cell.character.withoutControls == nil {
        continue
      }
      result.append(cell)
    }
    if result.last?.character == " " { result.removeLast() }
    return result
  }
}

extension ArraySlice<StyledText.Cell> {
  func starts(with text: String) -> Bool {
    prefix(text.count).map(\.character).elementsEqual(text)
  }
}

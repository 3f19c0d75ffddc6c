/// Chooses the part of a passage that shows best why it answers a question.
package struct Snippet: Sendable {
  /// Number of columns that the part may take, the ellipses included.
  package let width: Int

  package init(width: Int) {
    self.width = max(8, width)
  }

  /// The part with the most different marked words, the earliest among equals; it begins with a sentence
  /// where that costs none of them.
  ///
  /// Complexity: O(length × marked words).
  package func choose(from text: StyledText) -> StyledText {
    let cells = text.cells
    var ends = [0]
    for cell in cells { ends.append(ends[ends.count - 1] + cell.character.displayWidth) }
    guard ends[cells.count] > width else { return text }
    let marks = Self.marks(in: cells)
    var best: (start: Int, end: Int, score: Int)?
    for start in Self.starts(in: cells, marks: marks, reach: width / 4) {
      let end = end(from: start, cells: cells, ends: ends)
      let seen = marks.filter { $0.range.lowerBound >= start && $0.range.upperBound <= end }
      let distinct = Set(seen.map(\.word)).count
      let score =
        100 * distinct + min(seen.count, 9) * 2 + (Self.opensSentence(start, cells) ? 9 : 0)
      if score > best?.score ?? -1 { best = (start, end, score) }
    }
    guard let best else { return text }
    return part(of: cells, from: best.start, to: best.end)
  }

  private struct Mark {
    var range: Range<Int>
    var word: String
  }

  private static func marks(in cells: [StyledText.Cell]) -> [Mark] {
    var marks: [Mark] = []
    var index = 0
    while index < cells.count {
      let run = cells[index...].prefix { $0.isMarked }
      if run.isEmpty {
        index += 1
      } else {
        let word = String(run.map(\.character)).lowercased()
        marks.append(Mark(range: index..<(index + run.count), word: word))
        index += run.count
      }
    }
    return marks
  }

  /// The beginning, the beginnings of sentences, and for each marked word a word boundary up to `reach`
  /// columns before it.
  private static func starts(
    in cells: [StyledText.Cell], marks: [Mark], reach: Int
  ) -> [Int] {
    var starts: Set<Int> = [0]
    for index in cells.indices where opensSentence(index, cells) { starts.insert(index) }
    for mark in marks {
      let earliest = max(0, mark.range.lowerBound - reach)
      let boundary = (earliest..<mark.range.lowerBound).first { opensWord($0, cells) }
      starts.insert(boundary ?? mark.range.lowerBound)
    }
    return starts.sorted()
  }

  private static func opensWord(_ index: Int, _ cells: [StyledText.Cell]) -> Bool {
    guard index > 0 else { return true }
    let (before, here) = (cells[index - 1].character, cells[index].character)
    return !here.isWhitespace && (before.isWhitespace || before.displayWidth == 2)
  }

  private static func opensSentence(_ index: Int, _ cells: [StyledText.Cell]) -> Bool {
    guard index > 0 else { return true }
    if "。！？".contains(cells[index - 1].character) { return true }
    guard index > 1, !cells[index].character.isWhitespace, cells[index - 1].character == " " else {
      return false
    }
    return cells[index].character == "•" || ".!?:".contains(cells[index - 2].character)
  }

  /// The end of the last word that still fits behind `start`, with room for the ellipses.
  private func end(from start: Int, cells: [StyledText.Cell], ends: [Int]) -> Int {
    let room = width - (start > 0 ? 4 : 2)
    if ends[cells.count] - ends[start] <= room + 2 { return cells.count }
    var end = start
    while end < cells.count, ends[end + 1] - ends[start] <= room { end += 1 }
    let boundary = (start..<end).last { Self.opensWord($0 + 1, cells) && $0 > start }
    return boundary.map { $0 + 1 } ?? end
  }

  private func part(of cells: [StyledText.Cell], from start: Int, to end: Int) -> StyledText {
    var part = Array(cells[start..<end])
    while part.last?.character.isWhitespace == true { part.removeLast() }
    if start > 0 { part.insert(contentsOf: [.init("…"), .init(" ")], at: 0) }
    if end < cells.count { part += [.init(" "), .init("…")] }
    return StyledText(cells: part)
  }
}

/// Text of which some characters are marked, such as the words of a question in a passage.
package struct StyledText: Sendable, Hashable {
  /// A character and whether it is marked.
  package struct Cell: Sendable, Hashable {
    package var character: Character
    package var isMarked: Bool

    package init(_ character: Character, isMarked: Bool = false) {
      self.character = character
      self.isMarked = isMarked
    }
  }

  package var cells: [Cell]

  package init(cells: [Cell]) {
    self.cells = cells
  }

  /// - Parameter ranges: Half-open ranges of Unicode scalars of `text`, ascending; a character is marked
  ///   where one of its scalars is.
  package init(_ text: String, marking ranges: [Range<Int>] = []) {
    cells = []
    var next = ranges.startIndex
    var offset = 0
    for character in text {
      let end = offset + character.unicodeScalars.count
      while next < ranges.endIndex, ranges[next].upperBound <= offset { next += 1 }
      let isMarked = next < ranges.endIndex && ranges[next].lowerBound < end
      cells.append(Cell(character, isMarked: isMarked))
      offset = end
    }
  }

  /// The text without marks.
  package var plain: String {
    String(cells.map(\.character))
  }

  package var displayWidth: Int {
    cells.reduce(0) { $0 + $1.character.displayWidth }
  }

  /// The text with `mark` applied to each run of marked characters, and `plain` to each of the others.
  package func rendered(
    plain: (String) -> String = { $0 }, mark: (String) -> String
  ) -> String {
    var result = ""
    var rest = cells[...]
    while let first = rest.first {
      let run = rest.prefix { $0.isMarked == first.isMarked }
      let text = String(run.map(\.character))
      result += first.isMarked ? mark(text) : plain(text)
      rest = rest.dropFirst(run.count)
    }
    return result
  }
}

/// Breaks text into lines between words, and between characters of scripts without spaces.
package struct LineWrapper: Sendable {
  /// Number of columns of a line, 1 and up.
  package let width: Int

  package init(width: Int) {
    self.width = max(1, width)
  }

  /// The lines of `text`; white space at their ends is left out. Line breaks in `text` count as spaces.
  ///
  /// Complexity: O(length).
  package func lines(of text: StyledText) -> [StyledText] {
    var lines: [StyledText] = []
    var line = Line()
    for word in words(of: text) {
      let separator = line.isEmpty || !word.followsSpace ? 0 : 1
      if !line.isEmpty, line.width + separator + word.width > width {
        lines.append(StyledText(cells: line.cells))
        line = Line()
      } else if separator == 1 {
        // A space between two marked words is marked too, so that a phrase looks like one.
        let isMarked = line.cells.last?.isMarked == true && word.cells.first?.isMarked == true
        line.append(StyledText.Cell(" ", isMarked: isMarked))
      }
      for cell in word.cells {
        if !line.isEmpty, line.width + cell.character.displayWidth > width {
          lines.append(StyledText(cells: line.cells))
          line = Line()
        }
        line.append(cell)
      }
    }
    if !line.isEmpty { lines.append(StyledText(cells: line.cells)) }
    return lines
  }

  /// The lines of plain text.
  package func lines(of text: String) -> [String] {
    lines(of: StyledText(text)).map(\.plain)
  }

  private struct Line {
    var cells: [StyledText.Cell] = []
    var width = 0
    var isEmpty: Bool { cells.isEmpty }

    mutating func append(_ cell: StyledText.Cell) {
      cells.append(cell)
      width += cell.character.displayWidth
    }
  }

  private struct Word {
    var cells: [StyledText.Cell] = []
    var width = 0
    var followsSpace: Bool
  }

  /// Wide characters are words of their own, except that closing punctuation stays with what it closes.
  private func words(of text: StyledText) -> [Word] {
    var words: [Word] = []
    var current = Word(followsSpace: false)
    func finish(followsSpace: Bool) {
      if !current.cells.isEmpty { words.append(current) }
      current = Word(followsSpace: followsSpace)
    }
    for cell in text.cells {
      let width = cell.character.displayWidth
      if cell.character.isWhitespace {
        finish(followsSpace: true)
        continue
      }
      let isBreak = current.cells.last.map { last in
        width > 0 && (width == 2 || last.character.displayWidth == 2)
          && !Self.isClosing(cell.character)
      }
      if isBreak == true { finish(followsSpace: false) }
      current.cells.append(cell)
      current.width += width
    }
    finish(followsSpace: false)
    return words
  }

  private static func isClosing(_ character: Character) -> Bool {
    "、。，．！？：；）」』】》”’,.!?:;)]}".contains(character)
  }
}

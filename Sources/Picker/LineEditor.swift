internal import TerminalOutput

/// One line of text with a place to type at.
package struct LineEditor: Hashable, Sendable {
  private var before: String
  private var after = ""

  package init(_ text: String = "") {
    before = text.plainLine
  }

  package var text: String { before + after }

  /// - Returns: Whether the text has changed; else at most the place.
  package mutating func handle(_ key: TerminalKey) -> Bool {
    let old = text
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let pasted): insert(pasted)
    case .backspace: _ = before.popLast()
    case .delete: _ = after.isEmpty ? nil : after.removeFirst()
    case .control("w"): deleteWord()
    case .control("u"): before = ""
    case .control("k"): after = ""
    case .arrow(.left, _): moveLeft()
    case .arrow(.right, _): moveRight()
    case .home, .control("a"): (before, after) = ("", text)
    case .end, .control("e"): (before, after) = (text, "")
    default: break
    }
    return text != old
  }

  /// What a terminal could be steered with is left out, line breaks become spaces.
  private mutating func insert(_ text: String) {
    before += text.withoutControls.replacing("\n", with: " ")
  }

  private mutating func deleteWord() {
    while before.last?.isWhitespace == true { before.removeLast() }
    while let last = before.last, !last.isWhitespace { before.removeLast() }
  }

  private mutating func moveLeft() {
    guard let character = before.popLast() else { return }
    after.insert(character, at: after.startIndex)
  }

  private mutating func moveRight() {
    guard !after.isEmpty else { return }
    before.append(after.removeFirst())
  }

  /// The part around the place that fits into `width` columns, and the column of the place in it, from 0.
  package func window(width: Int) -> (text: String, column: Int) {
    // The place itself takes a column behind the text.
    let room = max(0, width - 1)
    var shown = ""
    var used = 0
    for character in before.reversed() {
      guard used + character.displayWidth <= room else { break }
      used += character.displayWidth
      shown.append(character)
    }
    shown = String(shown.reversed())
    let column = used
    for character in after {
      guard used + character.displayWidth <= room else { break }
      used += character.displayWidth
      shown.append(character)
    }
    return (shown, column)
  }
}

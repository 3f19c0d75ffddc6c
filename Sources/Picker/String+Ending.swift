internal import TerminalOutput

extension String {
  /// The text cut at its beginning to at most `width` columns, with an ellipsis where something is missing:
  /// of a path the end tells most.
  func endingWithin(_ width: Int) -> String {
    guard displayWidth > width else { return self }
    var kept: [Character] = []
    var used = 1
    for character in reversed() {
      used += character.displayWidth
      if used > width { break }
      kept.append(character)
    }
    return width < 1 ? "" : "…" + String(kept.reversed())
  }
}

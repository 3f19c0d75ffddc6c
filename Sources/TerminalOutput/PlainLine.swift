extension String {
  /// The text as one line that is safe to print: runs of white space become one space, and control
  /// characters, with which a file could steer the terminal, are left out.
  package var plainLine: String {
    var result = ""
    var isPending = false
    for character in self {
      if character.isWhitespace {
        isPending = !result.isEmpty
      } else if let visible = character.withoutControls {
        if isPending { result.append(" ") }
        isPending = false
        result.append(visible)
      }
    }
    return result
  }

  /// The text with its lines kept and every other control character left out; tabs become spaces.
  package var withoutControls: String {
    String(
      flatMap { character -> [Character] in
        if character.isNewline { return ["\n"] }
        if character == "\t" { return [" ", " "] }
        return character.withoutControls.map { [$0] } ?? []
      })
  }

  /// The text cut to at most `width` columns, with an ellipsis where something is missing.
  package func truncated(to width: Int) -> String {
    guard displayWidth > width else { return self }
    var result = ""
    var used = 0
    for character in self {
      used += character.displayWidth
      if used > width - 1 { break }
      result.append(character)
    }
    return result + "…"
  }

  /// The text filled up with spaces to `width` columns.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }
}

extension StyledText {
  /// The text with its lines kept and every other control character left out.
  package var withoutControls: StyledText {
    StyledText(
      cells: cells.filter { $0.character.isNewline || $0.character.withoutControls != nil })
  }
}

extension Character {
  /// The character, `nil` where it is a control character or one that turns the direction of writing.
  var withoutControls: Character? {
    guard let first = unicodeScalars.first else { return nil }
    switch first.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
      return nil
    default: return self
    }
  }
}

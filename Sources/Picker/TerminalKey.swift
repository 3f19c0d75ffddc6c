/// What a person presses.
package enum TerminalKey: Hashable, Sendable {
  package enum Direction: Hashable, Sendable {
    case up, down, left, right
  }

  case character(Character)
  /// Ctrl with a letter, in lower case.
  case control(Character)
  /// `isModified` with Shift, Alt or Ctrl.
  case arrow(Direction, isModified: Bool)
  case enter, tab, escape, backspace, delete
  case home, end, pageUp, pageDown
  /// Text that was pasted; no key of it is a command.
  case paste(String)
  /// A key that has no meaning here.
  case unknown
}

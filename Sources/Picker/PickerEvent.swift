/// What happens to a picker.
package enum PickerEvent: Sendable {
  case key(TerminalKey)
  case resize(TerminalSize)
  /// The answer to the question of that number; older ones are dropped.
  case answer(PickAnswer, generation: Int)
  case failure(String, generation: Int)
  case surroundings(PickSurroundings, item: Int, generation: Int)
  /// Files or vectors have changed: the same question has another answer.
  case changed
  /// Something to say.
  case notice(String)
}

/// What was found.
package struct PickAnswer: Hashable, Sendable {
  package var items: [PickItem]
  /// What it comes from, in one line.
  package var summary: String
  /// What should be known of it.
  package var notice: String?

  package init(items: [PickItem], summary: String, notice: String? = nil) {
    self.items = items
    self.summary = summary
    self.notice = notice
  }
}

/// What a picker wants done.
package enum PickerEffect: Hashable, Sendable {
  /// Ask; the answer is to carry the number.
  case search(String, generation: Int)
  case surroundings(item: Int, generation: Int)
  /// Open the editor.
  case open(item: Int)
  /// Print the citation and end.
  case finish(item: Int)
  /// Put the citation on the clipboard.
  case copy(item: Int)
  case suspend
  /// Draw everything anew.
  case redraw
  case leave
  /// Ctrl-C.
  case interrupt
}

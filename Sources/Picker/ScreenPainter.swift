/// Turns frames into what a terminal draws, only the rows that differ.
package struct ScreenPainter: Sendable {
  /// Takes the whole screen, without wrapping at its edge, and has pasted text marked as such.
  package static let enter = "\u{1B}[?1049h\u{1B}[?7l\u{1B}[?2004h\u{1B}[2J"
  /// Gives the screen back as it was, with its cursor.
  package static let leave = "\u{1B}[?2004l\u{1B}[?7h\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

  private var rows: [[PickerFrame.Span]] = []

  package init() {}

  /// Forgets what the terminal shows, so that everything is drawn anew.
  package mutating func invalidate() {
    rows = []
  }

  package mutating func paint(_ frame: PickerFrame) -> String {
    var text = "\u{1B}[?25l"
    let isWhole = rows.count != frame.rows.count
    if isWhole { text += "\u{1B}[0m\u{1B}[2J" }
    for (index, spans) in frame.rows.enumerated() where isWhole || rows[index] != spans {
      text += Self.place(index, 0) + "\u{1B}[K"
      for span in spans {
        // What the span before it has drawn too far is wiped out.
        text += Self.place(index, span.column) + "\u{1B}[K" + span.text
      }
    }
    rows = frame.rows
    return text + Self.place(frame.cursor.row, frame.cursor.column) + "\u{1B}[?25h"
  }

  private static func place(_ row: Int, _ column: Int) -> String {
    "\u{1B}[\(row + 1);\(column + 1)H"
  }
}

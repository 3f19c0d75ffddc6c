internal import TerminalOutput

/// A screen: texts at their places, and where the cursor stands. Rows and columns count from 0.
///
/// Each text has a place of its own, so that a terminal that takes a picture for narrower or wider than it
/// is counted here shifts nothing but the text that holds it.
package struct PickerFrame: Hashable, Sendable {
  package struct Span: Hashable, Sendable {
    package var column: Int
    package var text: String
  }

  /// The spans of each row, by column.
  package private(set) var rows: [[Span]]
  package var cursor: (row: Int, column: Int) {
    get { (cursorRow, cursorColumn) }
    set { (cursorRow, cursorColumn) = newValue }
  }
  private var cursorRow = 0
  private var cursorColumn = 0

  init(_ size: TerminalSize) {
    rows = Array(repeating: [], count: size.rows)
  }

  mutating func put(_ text: String, row: Int, column: Int = 0) {
    guard rows.indices.contains(row), !text.isEmpty else { return }
    rows[row].append(Span(column: column, text: text))
  }

  /// The screen as plain lines, where no text has colours.
  package var lines: [String] {
    rows.map { spans in
      spans.reduce("") { $0.padded(to: $1.column) + $1.text }
    }
  }
}

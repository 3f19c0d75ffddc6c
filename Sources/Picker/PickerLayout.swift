/// What goes where on a screen of a size. Rows and columns count from 0.
package struct PickerLayout: Hashable, Sendable {
  /// A rectangle of the screen.
  package struct Region: Hashable, Sendable {
    package var row: Int
    package var column: Int
    package var width: Int
    package var height: Int
  }

  /// From here on, list and preview stand side by side.
  private static let sideBySide = 90
  /// Fewer rows than these are for the list alone.
  private static let leastRowsOfBoth = 8
  /// Text in a narrower preview cannot be read.
  private static let leastColumnsOfPreview = 16

  package let list: Region
  /// `nil` where there is no room.
  package let preview: Region?
  /// The row above the preview, which names what it shows.
  package let rule: Region?
  /// Row that says what the keys do.
  package let keys: Int?
  /// Rows of an entry of the list.
  package let itemHeight: Int

  package init(_ size: TerminalSize) {
    let keys = size.rows >= Self.leastRowsOfBoth + 3 ? size.rows - 1 : nil
    self.keys = keys
    // The question and the state of things stand above.
    let first = min(2, size.rows)
    let rows = (keys ?? size.rows) - first
    if size.columns >= Self.sideBySide, rows >= 3 {
      let width = size.columns * 2 / 5
      list = Region(row: first, column: 0, width: width, height: rows)
      rule = Region(row: first, column: width + 2, width: size.columns - width - 2, height: 1)
      preview = Region(
        row: first + 1, column: width + 2, width: size.columns - width - 2, height: rows - 1)
    } else if rows >= Self.leastRowsOfBoth, size.columns >= Self.leastColumnsOfPreview {
      let height = max(4, rows * 2 / 5 / 2 * 2)
      list = Region(row: first, column: 0, width: size.columns, height: height)
      rule = Region(row: first + height, column: 0, width: size.columns, height: 1)
      preview = Region(
        row: first + height + 1, column: 0, width: size.columns, height: rows - height - 1)
    } else {
      list = Region(row: first, column: 0, width: size.columns, height: max(0, rows))
      preview = nil
      rule = nil
    }
    itemHeight = list.height >= 4 ? 2 : 1
  }

  /// Whether the preview stands beside the list and not below it.
  package var isSideBySide: Bool { rule.map { $0.column > 0 } ?? false }

  /// Number of entries that the list shows at a time; at least 1, so that one can always be chosen.
  package var itemsShown: Int { max(1, list.height / itemHeight) }
}

/// A row of a table.
package struct TextRow: Sendable, Hashable {
  /// Line of the file, from 1.
  package var line: Int
  package var cells: [[InlinePiece]]
}

/// How the cells of a column are set.
package enum ColumnAlignment: String, Sendable, Hashable {
  case left, center, right
}

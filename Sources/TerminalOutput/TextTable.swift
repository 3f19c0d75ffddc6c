/// Rows of cells as aligned columns: the first to the left, the others, which hold numbers, to the right.
package struct TextTable: Sendable {
  private static let gap = "  "

  private var rows: [[String]]

  /// - Parameter header: The first row.
  package init(header: [String]) {
    rows = [header]
  }

  package mutating func add(_ row: [String]) {
    rows.append(row)
  }

  /// One line a row, none with white space at its end.
  ///
  /// Complexity: O(cells).
  package var lines: [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].displayWidth : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = row.enumerated().map { column, cell in
        let fill = String(repeating: " ", count: widths[column] - cell.displayWidth)
        return column == 0 ? cell + fill : fill + cell
      }.joined(separator: Self.gap)
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

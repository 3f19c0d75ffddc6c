/// The pipes of a table (GitHub Flavored Markdown, section 4.10).
package enum TableSyntax {
  /// Whether a line is `--- | :-:`, the row under the head of a table.
  package static func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
    var hasPipe = false
    var hasDash = false
    for byte in line {
      switch byte {
      case 0x7C: hasPipe = true
      case 0x2D: hasDash = true
      case 0x3A, 0x20, 0x09: continue
      default: return false
      }
    }
    guard hasPipe, hasDash else { return false }
    return cells(of: line).allSatisfy { cell in
      var dashes = cell
      if dashes.first == 0x3A { dashes = dashes.dropFirst() }
      if dashes.last == 0x3A { dashes = dashes.dropLast() }
      return !dashes.isEmpty && dashes.allSatisfy { $0 == 0x2D }
    }
  }

  /// Number of cells of a row, without what stands outside its outer pipes.
  static func cellCount(of line: ArraySlice<UInt8>) -> Int { cells(of: line).count }

  /// The cells of a row without the white space around them. Pipes within are still escaped.
  package static func cells(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var row = trimmed(line)
    if row.first == 0x7C { row = row.dropFirst() }
    if row.last == 0x7C, row.dropLast().last != 0x5C { row = row.dropLast() }
    var cells: [ArraySlice<UInt8>] = []
    var start = row.startIndex
    var isEscaped = false
    for index in row.indices {
      if row[index] == 0x7C, !isEscaped {
        cells.append(trimmed(row[start..<index]))
        start = index + 1
      }
      isEscaped = row[index] == 0x5C && !isEscaped
    }
    cells.append(trimmed(row[start...]))
    return cells
  }

  private static func trimmed(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var slice = slice.drop(while: ByteClass.isSpaceOrTab)
    while let last = slice.last, ByteClass.isSpaceOrTab(last) { slice = slice.dropLast() }
    return slice
  }
}

/// Parts of matrices, and matrices made row by row.
extension MatrixView {
  /// The rows from `first` on, in the same memory. Complexity: O(1).
  ///
  /// - Precondition: `first` lies in `0 ... rows`.
  package func rows(from first: Int) -> MatrixView {
    precondition(first >= 0 && first <= rows, "rows from \(first) of \(rows)")
    return MatrixView(
      rows: rows - first, columns: columns, owner: owner, base: base + first * columns)
  }

  /// Holds the rows that `fill` writes, which is called once for each and gets zeros.
  /// Complexity: O(rows · columns).
  package init(rows: Int, columns: Int, fill: (Int, inout MutableSpan<Float>) -> Void) {
    precondition(rows >= 0 && columns >= 0, "a matrix of \(rows) x \(columns)")
    let storage = FloatStorage(count: rows * columns) { room in
      room.initialize(repeating: 0)
      for row in 0..<rows {
        var target = UnsafeMutableBufferPointer(
          rebasing: room[(row * columns)..<((row + 1) * columns)]
        ).mutableSpan
        fill(row, &target)
      }
    }
    self.init(rows: rows, columns: columns, owner: storage, base: storage.start)
  }
}

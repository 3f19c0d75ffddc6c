/// Where a row-major matrix lies inside a buffer of floats: every `stride` floats from `offset` on
/// a row of `columns` begins. It lets the kernels work on a few columns of a wider matrix, such as
/// one attention head, without copying them.
package struct Block: Sendable, Equatable {
  /// Index of the first value in the buffer.
  package let offset: Int
  /// Number of rows.
  package let rows: Int
  /// Number of columns.
  package let columns: Int
  /// Distance between the starts of two rows, at least `columns`.
  package let stride: Int

  /// A block of `rows` x `columns` whose rows follow each other without gaps unless `stride` is
  /// given.
  package init(offset: Int = 0, rows: Int, columns: Int, stride: Int? = nil) {
    self.offset = offset
    self.rows = rows
    self.columns = columns
    self.stride = stride ?? columns
    precondition(
      offset >= 0 && rows >= 0 && columns >= 0 && self.stride >= columns,
      "a block of \(rows) x \(columns) with stride \(self.stride)")
  }

  /// One past the index of the last value in the buffer.
  var end: Int {
    rows == 0 ? offset : offset + (rows - 1) * stride + columns
  }

  /// Where its values lie in the buffer, with those between its rows.
  package var range: Range<Int> { offset..<end }

  /// Traps unless the block lies within a buffer of `count` floats.
  func check(within count: Int) {
    precondition(end <= count, "\(self) of \(count) values")
  }
}

internal import LinearAlgebra

/// A matrix as it lies in a mapped file, whatever its numbers look like. Of a table of word vectors only the
/// rows that a text needs are ever read.
struct StoredMatrix: Sendable {
  let rows: Int
  let columns: Int
  private let file: MappedFile
  private let offset: Int
  private let rowBytes: Int
  private let format: NumberFormat
  /// The matrix itself, where its numbers are floats.
  private let floats: MatrixView?

  /// Looks at `rows * columns` numbers that begin `offset` bytes into `file`; `nil` where they do not lie
  /// within it.
  init?(file: MappedFile, offset: Int, rows: Int, columns: Int, format: NumberFormat) {
    guard rows >= 0, columns >= 0, let rowBytes = format.rowBytes(columns: columns), offset >= 0,
      offset <= file.count, rowBytes == 0 || rows <= (file.count - offset) / rowBytes
    else { return nil }
    (self.rows, self.columns, self.file, self.offset) = (rows, columns, file, offset)
    (self.rowBytes, self.format) = (rowBytes, format)
    if case .float32 = format {
      floats = MatrixView(file: file, offset: offset, rows: rows, columns: columns)
    } else {
      floats = nil
    }
  }

  /// All of it as floats: where it lies if they are ones, else a copy. Complexity: O(1), or O(rows · columns).
  var view: MatrixView {
    if let floats { return floats }
    return MatrixView(rows: rows, columns: columns) { row, target in
      copyRow(row, to: &target, at: 0)
    }
  }

  /// Copies one row into `target`, from index `offset` on. Complexity: O(columns).
  ///
  /// - Precondition: `row` lies in `0 ..< rows`, and the row fits.
  func copyRow(_ row: Int, to target: inout MutableSpan<Float>, at offset: Int) {
    if let floats { return floats.copyRow(row, to: &target, at: offset) }
    precondition(row >= 0 && row < rows, "row \(row) of \(rows)")
    let start = self.offset + row * rowBytes
    file.withBytes(in: start..<(start + rowBytes)) { format.decode($0, to: &target, at: offset) }
  }
}

/// A dense matrix of 32-bit floats in row-major order.
///
/// Rows are what Footnote works on: one row a token inside the encoder, one row a passage in an
/// index.
public struct Matrix: Sendable, Equatable {
  /// Number of rows.
  public let rows: Int
  /// Number of columns, which is also the distance between the starts of two rows.
  public let columns: Int
  /// `rows * columns` values, row after row.
  public var values: [Float]

  /// A matrix of zeros.
  public init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, values: Array(repeating: 0, count: rows * columns))
  }

  /// Takes over `values`, which must hold `rows * columns` numbers in row-major order.
  public init(rows: Int, columns: Int, values: [Float]) {
    precondition(values.count == rows * columns, "a \(rows) x \(columns) matrix of \(values.count)")
    self.rows = rows
    self.columns = columns
    self.values = values
  }

  /// The values of one row, `0 ..< rows`.
  public subscript(row row: Int) -> ArraySlice<Float> {
    values[(row * columns)..<((row + 1) * columns)]
  }
}

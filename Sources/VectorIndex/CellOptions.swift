/// How a segment's rows are divided into cells.
public struct CellOptions: Sendable, Equatable {
  /// Number of cells; 4 · √rows where it is `nil`.
  public var cells: Int?
  /// How many rows a cell are looked at to find the centres.
  public var sampleRowsPerCell: Int
  /// How often the centres are moved.
  public var iterations: Int
  /// What the sample depends on: the same seed gives the same cells.
  public var seed: UInt64

  public init(
    cells: Int? = nil, sampleRowsPerCell: Int = 40, iterations: Int = 8, seed: UInt64 = 1
  ) {
    self.cells = cells
    self.sampleRowsPerCell = sampleRowsPerCell
    self.iterations = iterations
    self.seed = seed
  }

  func count(for rows: Int) -> Int {
    max(1, min(rows, cells ?? Int(4 * Double(rows).squareRoot())))
  }
}

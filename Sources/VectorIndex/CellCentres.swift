internal import LinearAlgebra

/// Finds the centres of cells: k-means on the unit sphere (Dhillon and Modha 2001, "Concept Decompositions
/// for Large Sparse Text Data Using Clustering") over a sample of the rows.
struct CellCentres {
  private let rows: MatrixView
  private let sample: [UInt32]
  private(set) var centres: Matrix

  /// Takes rows of the sample as the first centres.
  ///
  /// - Precondition: There are as many rows as cells.
  init(of rows: MatrixView, options: CellOptions) {
    self.rows = rows
    let cells = options.count(for: rows.rows)
    var generator = SeededGenerator(seed: options.seed)
    let size = min(rows.rows, cells * max(1, options.sampleRowsPerCell))
    // One row out of each of as many equal stretches.
    sample = (0..<size).map { index in
      let stretch = (index * rows.rows / size)..<((index + 1) * rows.rows / size)
      return UInt32(Int.random(in: stretch, using: &generator))
    }
    let first = sample.shuffled(using: &generator).prefix(cells)
    centres = rows.directions(of: Array(first), starts: Array(0...cells))
  }

  /// Moves each centre to the middle of the rows that are nearest to it.
  ///
  /// - Complexity: O(sample · cells · dimensions).
  mutating func move() {
    let (nearest, products) = rows.nearestCentres(centres, of: sample)
    let groups = CellGroups(nearest, count: centres.rows)
    let members = groups.members.map { sample[Int($0)] }
    var moved = rows.directions(of: members, starts: groups.starts)
    fill(&moved, groups.empty, products)
    centres = moved
  }

  /// Cells without rows take those that are farthest from their centre.
  private func fill(_ centres: inout Matrix, _ empty: [Int], _ products: [Float]) {
    guard !empty.isEmpty else { return }
    var farthest = TopK(empty.count)
    for (index, product) in products.enumerated() { farthest.offer(-product, at: index) }
    for (cell, entry) in zip(empty, farthest.sorted) {
      rows.withRow(Int(sample[entry.index])) { row in
        for column in 0..<centres.columns {
          centres.values[cell * centres.columns + column] = row[column]
        }
      }
    }
  }
}

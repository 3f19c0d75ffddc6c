import LinearAlgebra
import Testing

@Suite struct NearestTests {
  private func view(_ rows: Int, _ columns: Int, seed: UInt64 = 1) -> MatrixView {
    let values = Sample.floats(rows * columns, scale: 1, seed: seed)
    return MatrixView(Matrix(rows: rows, columns: columns, values: values))
  }

  /// Rows alone, by fours, at the end of a register.
  @Test(arguments: [1, 15, 16, 17, 48, 384], KernelLevel.supported)
  func dotsEqualTheDefinition(columns: Int, level: KernelLevel) {
    let rows = view(11, columns)
    let query = Sample.floats(columns, scale: 1, seed: 9)
    let all = rows.nearest(11, to: query, level: level).sorted
    let dots = rows.dots(query, at: Array(0..<11), level: level)
    for row in 0..<11 {
      let exact = rows.withRow(row) { values in
        values.indices.reduce(0.0) { $0 + Double(values[$1]) * Double(query[$1]) }
      }
      #expect(abs(Double(dots[row]) - exact) < 1e-4)
      // The same bits wherever a row lies.
      #expect(all.first { $0.index == row }?.score == dots[row])
    }
    if level != .portable && KernelLevel.supported.contains(.avx2) {
      #expect(dots == rows.dots(query, at: Array(0..<11), level: .avx2))
    }
  }

  @Test(arguments: KernelLevel.supported) func batchesEqualSingleQueries(level: KernelLevel) {
    let rows = view(1000, 40)
    let queries = Matrix(rows: 9, columns: 40, values: Sample.floats(360, scale: 1, seed: 3))
    let batch = rows.nearest(20, toEach: queries, level: level) { $0 % 3 != 0 }
    for query in 0..<9 {
      let single = rows.nearest(20, to: Array(queries[row: query]), level: level) { $0 % 3 != 0 }
      #expect(batch[query].sorted == single.sorted && single.sorted.count == 20)
    }
  }

  @Test(arguments: [1, 3, 511, 512, 1500]) func nearestCentres(count: Int) {
    let rows = view(700, 24)
    var centres = Matrix(
      rows: count, columns: 24, values: Sample.floats(count * 24, scale: 1, seed: 4))
    // Equal centres: the first one counts.
    if count > 600 {
      for column in 0..<24 { centres.values[600 * 24 + column] = centres.values[column] }
    }
    let places = (0..<700).filter { $0 % 2 == 0 }.map { UInt32($0) }
    let found = rows.nearestCentres(centres, of: places)
    let view = MatrixView(centres)
    for (index, place) in places.enumerated() {
      let row = rows.withRow(Int(place)) { values in values.indices.map { values[$0] } }
      let best = view.nearest(1, to: row).sorted[0]
      #expect(abs(best.score - found.products[index]) < 1e-5)
      #expect(found.centres[index] == UInt32(best.index) || count > 500)
      #expect(found.centres[index] != 600)
    }
  }

  @Test func directionsOfGroups() {
    let rows = view(6, 3)
    let found = rows.directions(of: [4, 1, 5], starts: [0, 2, 2, 3])
    let sum = (0..<3).map { column in
      rows.withRow(4) { $0[column] } + rows.withRow(1) { $0[column] }
    }
    let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
    #expect(zip(found[row: 0], sum).allSatisfy { abs($0 - $1 / length) < 1e-6 })
    #expect(Array(found[row: 1]) == [0, 0, 0])
  }
}

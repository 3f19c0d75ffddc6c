import LinearAlgebra
import Testing

@Suite struct SignCodesTests {
  @Test func oneBitANumber() {
    let values: [Float] = [1, -1, 0, -0.5, 2, 3, -4, 5, -6, 7]
    let codes = SignCodes(of: values.span, Block(rows: 1, columns: 10))
    #expect(codes.rows == 1 && codes.columns == 10)
    // The bits that fill up the last byte are set.
    #expect(codes.bytes == [0b1011_0101, 0b1111_1110])
  }

  @Test func takesTheRowsOfABlock() {
    let values = Sample.floats(60, scale: 1)
    let codes = SignCodes(of: values.span, Block(offset: 12, rows: 3, columns: 8, stride: 12))
    let expected = (0..<3).map { row in
      SignCodes(
        of: Array(values[(12 + row * 12)..<(20 + row * 12)]).span, Block(rows: 1, columns: 8))
    }
    #expect(codes.bytes == expected.flatMap(\.bytes))
  }

  /// Group sizes on both sides of what is unpacked at once, odd ones and none; columns that fill
  /// bytes and that do not.
  @Test(arguments: [8, 13, 384]) func equalsTheDefinition(columns: Int) {
    let sizes = [1, 0, 31, 32, 33, 7, 100, 2, 64]
    let rows = sizes.map { size in
      (0..<size).map { Sample.floats(columns, scale: 1, seed: UInt64(size * 1000 + $0 + 1)) }
    }
    let groups = rows.map { group in
      SignCodes(
        of: group.flatMap(\.self).span, Block(rows: group.count, columns: columns))
    }
    let queries = (0..<5).map { Sample.floats(columns, scale: 1, seed: UInt64(77 + $0)) }
    let found = SignCodes.largestSimilarities(
      groups, to: Matrix(rows: 5, columns: columns, values: queries.flatMap(\.self)))
    #expect(found.rows == sizes.count && found.columns == 5)
    for (index, group) in rows.enumerated() {
      for (column, query) in queries.enumerated() {
        let products = group.map { row in
          zip(row, query).reduce(Float(0)) { $0 + ($1.0 < 0 ? -$1.1 : $1.1) }
            / Float(columns).squareRoot()
        }
        let difference = abs(found[row: index][index * 5 + column] - (products.max() ?? 0))
        #expect(difference < 1e-4, "group of \(group.count), query \(column)")
      }
    }
  }

  @Test func noQueriesAndNoGroups() {
    let none = SignCodes.largestSimilarities([], to: Matrix(rows: 2, columns: 8))
    #expect(none.rows == 0 && none.columns == 2)
    let codes = SignCodes(rows: 1, columns: 8, bytes: [3])
    #expect(SignCodes.largestSimilarities([codes], to: Matrix(rows: 0, columns: 8)).values.isEmpty)
  }
}

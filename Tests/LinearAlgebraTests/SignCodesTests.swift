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

  /// Groups of several sizes, empty ones too; columns that fill bytes and registers, and that do not.
  @Test(arguments: [8, 13, 40, 384, 512, 768], KernelLevel.supported)
  func equalsTheDefinition(columns: Int, level: KernelLevel) {
    let sizes = [1, 0, 31, 32, 33, 7, 100, 2, 64]
    let rows = sizes.map { size in
      (0..<size).map { Sample.floats(columns, scale: 1, seed: UInt64(size * 1000 + $0 + 1)) }
    }
    let groups = rows.map { group in
      SignCodes(
        of: group.flatMap(\.self).span, Block(rows: group.count, columns: columns))
    }
    // Numbers that are whole 127ths lose nothing when they are rounded.
    let queries = (0..<5).map { number in
      [1]
        + Sample.floats(columns - 1, scale: 1, seed: UInt64(77 + number))
        .map { ($0 * 127).rounded() / 127 }
    }
    let found = SignCodes.largestSimilarities(
      groups, to: Matrix(rows: 5, columns: columns, values: queries.flatMap(\.self)), level: level)
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

  /// Groups that lie anywhere in one buffer; as many queries as fill registers, and more.
  @Test(arguments: [13, 128, 384, 768], KernelLevel.supported)
  func groupsInOneBuffer(columns: Int, level: KernelLevel) {
    let width = SignCodes.bytesPerRow(columns)
    let bytes = Sample.floats(width * 300, scale: 128, seed: 4).map { UInt8(bitPattern: Int8($0)) }
    let sizes = [130, 0, 1, 17, 16, 33, 100]
    var groups: [Range<Int>] = []
    for size in sizes {
      groups.append(
        (groups.last?.upperBound ?? 5)..<((groups.last?.upperBound ?? 5) + size * width))
    }
    for count in [1, 2, 7, 12, 16, 17, 40] {
      let queries = Matrix(
        rows: count, columns: columns,
        values: Sample.floats(count * columns, scale: 1, seed: UInt64(count)))
      let found = SignCodes.largestSimilarities(
        in: bytes.span, groups: groups.reversed(), to: queries, level: level)
      let expected = SignCodes.largestSimilarities(
        groups.reversed().map {
          SignCodes(rows: $0.count / width, columns: columns, bytes: Array(bytes[$0]))
        }, to: queries, level: .portable)
      #expect(found == expected, "\(count) queries")
    }
  }

  @Test func roundingMovesAUnitQueryLittle() {
    let rows = Sample.floats(384 * 50, scale: 1, seed: 5)
    let codes = SignCodes(of: rows.span, Block(rows: 50, columns: 384))
    var query = Matrix(rows: 1, columns: 384, values: Sample.floats(384, scale: 1, seed: 9))
    var target = query.values.mutableSpan
    Kernels.normalize(&target, Block(rows: 1, columns: 384))
    let exact = (0..<50).map { row in
      (0..<384).reduce(Float(0)) { sum, column in
        sum + (rows[row * 384 + column] < 0 ? -1 : 1) * query.values[column]
      } / Float(384).squareRoot()
    }.max()
    let found = SignCodes.largestSimilarities([codes], to: query).values[0]
    #expect(abs(found - (exact ?? 9)) < 0.005)
  }

  @Test func whatIsNoNumberDoesNotEndTheProcess() {
    let codes = SignCodes(rows: 1, columns: 8, bytes: [3])
    let query = Matrix(rows: 1, columns: 8, values: [.nan, .infinity, 1, 2, 3, 4, 5, 6])
    _ = SignCodes.largestSimilarities([codes], to: query)
  }

  @Test func noQueriesAndNoGroups() {
    let none = SignCodes.largestSimilarities([], to: Matrix(rows: 2, columns: 8))
    #expect(none.rows == 0 && none.columns == 2)
    let codes = SignCodes(rows: 1, columns: 8, bytes: [3])
    #expect(SignCodes.largestSimilarities([codes], to: Matrix(rows: 0, columns: 8)).values.isEmpty)
  }
}

import Foundation
import LinearAlgebra
import Testing

@Suite struct QuantizedMatrixTests {
  /// Rows and columns on both sides of what a register and a tile hold.
  private static let shapes = [
    (1, 4, 16), (2, 5, 17), (3, 7, 1), (4, 64, 48), (5, 384, 80), (6, 33, 64), (7, 12, 130),
    (13, 100, 33), (3, 250, 20),
  ]

  private func product(
    _ a: [Float], rows: Int, _ w: MatrixView, bias: [Float], level: KernelLevel,
    crew: Crew = .alone
  ) -> [Float] {
    var rounded = QuantizedRows(level: level)
    rounded.quantize(a.span, Block(rows: rows, columns: w.columns))
    var result = [Float](repeating: -7, count: rows * w.rows)
    var target = result.mutableSpan
    QuantizedMatrix(w).multiply(
      rounded, bias: bias, ending: bias.isEmpty ? .none : .bias, into: &target,
      Block(rows: rows, columns: w.rows), crew: crew)
    return result
  }

  private func weights(_ rows: Int, _ columns: Int, seed: UInt64 = 3) -> MatrixView {
    let values = Sample.floats(rows * columns, scale: 0.1, seed: seed)
    return MatrixView(Matrix(rows: rows, columns: columns, values: values))
  }

  /// The product of the mixed and rounded numbers, by the definition.
  private func expected(_ a: [Float], rows: Int, _ w: MatrixView, bias: [Float]) -> [Float] {
    func rounded(_ row: [Float]) -> (numbers: [Int], scale: Float) {
      let row = Kernels.mixed(row.span, level: .portable)
      let largest = row.reduce(0) { max($0, abs($1)) }
      let factor = largest > 0 ? 127 / largest : 0
      return (row.map { Int(($0 * factor).rounded(.toNearestOrEven)) }, largest / 127)
    }
    return (0..<rows).flatMap { row -> [Float] in
      let left = rounded(Array(a[(row * w.columns)..<((row + 1) * w.columns)]))
      return (0..<w.rows).map { output in
        let right = rounded(w.withRow(output) { values in values.indices.map { values[$0] } })
        let sum = zip(left.numbers, right.numbers).reduce(0) { $0 + $1.0 * $1.1 }
        let value = Float(sum) * (left.scale * right.scale / 128)
        return value + (bias.isEmpty ? 0 : bias[output])
      }
    }
  }

  @Test(arguments: shapes, KernelLevel.supported)
  func everyLevelGivesTheDefinition(shape: (Int, Int, Int), level: KernelLevel) {
    let (rows, columns, outputs) = shape
    let a = Sample.floats(rows * columns, scale: 3)
    let w = weights(outputs, columns)
    for bias in [[], Sample.floats(outputs, scale: 1, seed: 8)] {
      let found = product(a, rows: rows, w, bias: bias, level: level)
      for (x, y) in zip(found, expected(a, rows: rows, w, bias: bias)) {
        #expect(abs(x - y) <= 1e-5 * max(1, abs(y)))
      }
    }
  }

  @Test func aCrewDoesNotChangeABit() {
    let a = Sample.floats(9 * 96, scale: 1)
    let w = weights(200, 96)
    let one = product(a, rows: 9, w, bias: [], level: .best)
    let shared = Crew.together(3) { product(a, rows: 9, w, bias: [], level: .best, crew: $0) }
    #expect(one == shared)
  }

  /// The integers are the same, and what makes floats of them is one multiplication and one addition.
  @Test(arguments: shapes) func levelsDoNotDifferByABit(shape: (Int, Int, Int)) {
    let (rows, columns, outputs) = shape
    let a = Sample.floats(rows * columns, scale: 3)
    let w = weights(outputs, columns)
    let bias = Sample.floats(outputs, scale: 1, seed: 8)
    let expected = product(a, rows: rows, w, bias: bias, level: .portable)
    for level in KernelLevel.supported {
      #expect(product(a, rows: rows, w, bias: bias, level: level) == expected)
    }
  }

  @Test func extremesDoNotOverflow() {
    // 127 · 127 · 1536, all of one sign: what stands in one column of a block is as large in all of them when
    // they are mixed.
    let a = (0..<1536).map { Float($0 % 128 == 5 ? 1 : 0) }
    for sign in [Float(1), -1] {
      let w = MatrixView(Matrix(rows: 1, columns: 1536, values: a.map { sign * $0 }))
      for level in KernelLevel.supported {
        let found = product(a, rows: 1, w, bias: [], level: level)
        #expect(abs(found[0] - sign * 12) < 1e-4)
      }
    }
  }

  @Test func isNearTheProductOfFloats() {
    #expect(error(Sample.floats(20 * 384, scale: 1)) < 1.5e-4)
  }

  /// Encoders have columns that are far larger than all others: they do not take the others' digits.
  @Test func aLargeColumnDoesNotSpoilTheOthers() {
    let small = Sample.floats(20 * 384, scale: 1)
    let a = small.indices.map { $0 % 384 == 77 ? 60 : small[$0] }
    #expect(error(a) < 4e-4)
  }

  /// The error of a product with 20 rows in shares of its size, both squared.
  private func error(_ a: [Float]) -> Float {
    let w = weights(100, 384)
    let found = product(a, rows: 20, w, bias: [], level: .best)
    var exact = [Float](repeating: 0, count: 2000)
    var target = exact.mutableSpan
    PackedMatrix(stacking: [w]).multiply(
      a.span, Block(rows: 20, columns: 384), into: &target, Block(rows: 20, columns: 100))
    let error = zip(found, exact).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let size = exact.reduce(Float(0)) { $0 + $1 * $1 }
    return error / size
  }

  @Test func rowsOfZerosAndOfNoNumbers() {
    let a = [Float](repeating: 0, count: 64) + [Float](repeating: .nan, count: 64)
    for level in KernelLevel.supported {
      let found = product(a, rows: 2, weights(20, 64), bias: [], level: level)
      #expect(found.prefix(20).allSatisfy { $0 == 0 })
    }
  }

  @Test func stacksAndComesBackFromAFile() throws {
    let parts = [weights(10, 36), weights(23, 36, seed: 4)]
    let stacked = QuantizedMatrix(stacking: parts)
    #expect(stacked.rows == 33 && stacked.columns == 36)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try (Data(count: 64) + stacked.bytes).write(to: URL(fileURLWithPath: path))
    let file = try MappedFile(path: path)
    let mapped = try #require(QuantizedMatrix(file: file, offset: 64, rows: 33, columns: 36))
    #expect(mapped.bytes == stacked.bytes)
    #expect(QuantizedMatrix(file: file, offset: 64, rows: 97, columns: 36) == nil)
    #expect(QuantizedMatrix(file: file, offset: 8, rows: 3, columns: 36) == nil)
  }

  @Test func checkSumsTellChangesApart() {
    func sum(_ bytes: [UInt8]) -> UInt64 { CheckSum.of(bytes.span) }
    let bytes = (0..<200).map { UInt8($0) }
    #expect(sum(bytes) == sum(bytes))
    for index in [0, 7, 63, 64, 127, 128, 199] {
      var changed = bytes
      changed[index] ^= 1
      #expect(sum(changed) != sum(bytes))
    }
    var swapped = bytes
    swapped.swapAt(0, 64)
    #expect(sum(swapped) != sum(bytes))
    #expect(sum(bytes.dropLast()) != sum(bytes))
  }
}

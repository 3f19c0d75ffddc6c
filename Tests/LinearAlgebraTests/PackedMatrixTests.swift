import Foundation
import LinearAlgebra
import Testing

/// Products with packed floats against three loops in double precision.
@Suite struct PackedMatrixTests {
  /// Rows, columns and outputs on both sides of what a register, a tile and a part of the columns hold.
  private static let shapes = [
    (1, 1, 1), (2, 8, 6), (3, 400, 34), (4, 16, 7), (5, 5, 33), (6, 384, 64), (7, 385, 65),
    (13, 770, 129), (12, 33, 16), (25, 7, 80),
  ]

  private func weights(_ rows: Int, _ columns: Int, seed: UInt64 = 2) -> MatrixView {
    let values = Sample.floats(rows * columns, scale: 1, seed: seed)
    return MatrixView(Matrix(rows: rows, columns: columns, values: values))
  }

  private func product(
    _ a: [Float], _ block: Block, _ w: MatrixView, bias: [Float] = [],
    ending: ProductEnding = .none, level: KernelLevel = .best, crew: Crew = .alone
  ) -> [Float] {
    var result = [Float](repeating: .nan, count: block.rows * w.rows)
    var target = result.mutableSpan
    PackedMatrix(stacking: [w]).multiply(
      a.span, block, bias: bias, ending: ending, into: &target,
      Block(rows: block.rows, columns: w.rows), level: level, crew: crew)
    return result
  }

  @Test(arguments: shapes, KernelLevel.supported)
  func everyLevelGivesTheProduct(shape: (Int, Int, Int), level: KernelLevel) {
    let (rows, columns, outputs) = shape
    let a = Sample.floats(rows * columns, scale: 1)
    let bias = Sample.floats(outputs, scale: 1, seed: 5)
    let w = weights(outputs, columns)
    let block = Block(rows: rows, columns: columns)
    let plain = product(a, block, w, level: level)
    let biased = product(a, block, w, bias: bias, ending: .bias, level: level)
    let activated = product(a, block, w, bias: bias, ending: .gelu, level: level)
    for row in 0..<rows {
      for output in 0..<outputs {
        let exact = w.withRow(output) { weights in
          (0..<columns).reduce(0.0) { $0 + Double(a[row * columns + $1]) * Double(weights[$1]) }
        }
        let index = row * outputs + output
        let sum = exact + Double(bias[output])
        #expect(abs(Double(plain[index]) - exact) < 1e-4)
        #expect(abs(Double(biased[index]) - sum) < 1e-4)
        let gelu = sum / 2 * (1 + erf(sum / 2.0.squareRoot()))
        #expect(abs(Double(activated[index]) - gelu) < 2e-4)
      }
    }
  }

  /// What is between the columns of a wider matrix, and what is not part of the result, stays out of it.
  @Test func blocksOfWiderMatrices() {
    let a = Sample.floats(3 * 50, scale: 1)
    let narrow = (0..<3).flatMap { Array(a[($0 * 50 + 4)..<($0 * 50 + 24)]) }
    let w = weights(18, 20)
    let expected = product(narrow, Block(rows: 3, columns: 20), w)
    var wide = [Float](repeating: 7, count: 3 * 40)
    var target = wide.mutableSpan
    PackedMatrix(stacking: [w]).multiply(
      a.span, Block(offset: 4, rows: 3, columns: 20, stride: 50), into: &target,
      Block(offset: 2, rows: 3, columns: 18, stride: 40))
    for row in 0..<3 {
      #expect(
        Array(wide[(row * 40 + 2)..<(row * 40 + 20)])
          == Array(expected[(row * 18)..<((row + 1) * 18)]))
      #expect(wide[row * 40] == 7 && wide[row * 40 + 20] == 7)
    }
  }

  @Test func neitherOtherRowsNorACrewChangeABit() {
    let a = Sample.floats(17 * 500, scale: 1)
    let w = weights(200, 500)
    for level in KernelLevel.supported {
      let all = product(a, Block(rows: 17, columns: 500), w, level: level)
      for row in [0, 5, 16] {
        let alone = product(a, Block(offset: row * 500, rows: 1, columns: 500), w, level: level)
        #expect(alone == Array(all[(row * 200)..<((row + 1) * 200)]))
      }
      let shared = Crew.together(3) {
        product(a, Block(rows: 17, columns: 500), w, level: level, crew: $0)
      }
      #expect(shared == all)
    }
  }

  @Test func comesBackFromAFile() throws {
    let packed = PackedMatrix(stacking: [weights(10, 36), weights(23, 36, seed: 4)])
    #expect(packed.rows == 33 && packed.columns == 36)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try (Data(count: 64) + packed.bytes).write(to: URL(fileURLWithPath: path))
    let file = try MappedFile(path: path)
    let mapped = try #require(PackedMatrix(file: file, offset: 64, rows: 33, columns: 36))
    #expect(mapped.bytes == packed.bytes)
    #expect(PackedMatrix(file: file, offset: 64, rows: 49, columns: 36) == nil)
    #expect(PackedMatrix(file: file, offset: 8, rows: 3, columns: 36) == nil)
  }
}

import LinearAlgebra
import Testing

/// Rows with mixed columns, against what a Walsh-Hadamard transform is, whatever the order of its numbers.
@Suite struct MixingTests {
  /// With and without each of the blocks of 128, 64 and 32 columns, and columns that are left over.
  private static let widths = [0, 1, 31, 32, 33, 64, 95, 96, 100, 127, 128, 129, 384, 511, 1536]

  private func product(_ a: [Float], _ b: [Float]) -> Double {
    zip(a, b).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }

  private func unit(_ column: Int, of width: Int) -> [Float] {
    (0..<width).map { $0 == column ? 1 : 0 }
  }

  @Test(arguments: widths, KernelLevel.supported)
  func productsStay(width: Int, level: KernelLevel) {
    let (a, b) = (Sample.floats(width, scale: 2), Sample.floats(width, scale: 3, seed: 5))
    let mixed = product(
      Kernels.mixed(a.span, level: level), Kernels.mixed(b.span, level: level))
    let size = (product(a, a) * product(b, b)).squareRoot()
    #expect(abs(mixed / 128 - product(a, b)) <= 1e-6 * size)
  }

  @Test(arguments: widths) func levelsDoNotDifferByABit(width: Int) {
    let row = Sample.floats(width, scale: 2)
    let expected = Kernels.mixed(row.span, level: .portable)
    for level in KernelLevel.supported {
      #expect(Kernels.mixed(row.span, level: level) == expected)
    }
  }

  /// A column goes to all columns of its block, to each in the same size, and to no other.
  @Test(arguments: [(128, 0, 128), (384, 200, 128), (192, 150, 64), (100, 70, 32), (100, 99, 1)])
  func aColumnIsSpreadEvenly(width: Int, column: Int, block: Int) {
    for level in KernelLevel.supported {
      let mixed = Kernels.mixed(unit(column, of: width).span, level: level)
      let size = (128 / Float(block)).squareRoot()
      let touched = mixed.indices.filter { mixed[$0] != 0 }
      #expect(touched.count == block)
      #expect(touched.last.map { $0 - (touched.first ?? 0) } == block - 1)
      #expect(touched.allSatisfy { abs(abs(mixed[$0]) - size) < 1e-6 * size })
    }
  }

  @Test func differentColumnsHaveDifferentSigns() {
    let rows = (0..<128).map { Kernels.mixed(unit($0, of: 128).span) }
    #expect(Set(rows).count == 128)
    for (index, row) in rows.enumerated() {
      #expect(rows[..<index].allSatisfy { product($0, row) == 0 })
    }
  }
}

import Foundation
import LinearAlgebra
import Testing

/// The kernels against the same formulas in double precision, for widths with and without a
/// remainder.
@Suite struct KernelsTests {
  static let widths = [1, 7, 8, 9, 16, 31, 384, 385]

  @Test(arguments: widths, KernelLevel.supported) func softmax(width: Int, level: KernelLevel) {
    var values = Sample.floats(3 * width, scale: 20)
    let input = values
    var span = values.mutableSpan
    Kernels.softmax(&span, Block(rows: 3, columns: width), level: level)
    for row in 0..<3 {
      let row = (row * width)..<((row + 1) * width)
      let peak = Double(input[row].max() ?? 0)
      let powers = input[row].map { exp(Double($0) - peak) }
      let total = powers.reduce(0, +)
      for (value, power) in zip(values[row], powers) {
        #expect(abs(Double(value) - power / total) < 1e-6)
      }
    }
  }

  @Test(arguments: KernelLevel.supported) func softmaxOfExtremes(level: KernelLevel) {
    var values: [Float] = [-1e30, 0, 88, 1e30, 1e30, -.infinity]
    var span = values.mutableSpan
    Kernels.softmax(&span, Block(rows: 1, columns: 6), level: level)
    #expect(abs(values[3] - 0.5) < 1e-6 && abs(values[4] - 0.5) < 1e-6 && values[0] < 1e-30)
  }

  @Test(arguments: KernelLevel.supported) func geluOverTheWholeRange(level: KernelLevel) {
    var values = (-4000...4000).map { Float($0) / 400 } + [-1e30, 1e30, 0]
    let input = values
    let bias = [Float](repeating: 0.25, count: values.count)
    var span = values.mutableSpan
    Kernels.gelu(&span, Block(rows: 1, columns: input.count), bias: bias.span, level: level)
    for (value, x) in zip(values, input) {
      let x = Double(x + 0.25)
      let exact = x / 2 * (1 + erf(x / 2.0.squareRoot()))
      #expect(abs(Double(value) - exact) <= 1e-6 * max(1, abs(x)), "GELU(\(x))")
    }
  }

  @Test(arguments: widths, KernelLevel.supported)
  func layerNorm(width: Int, level: KernelLevel) {
    let rows = 4
    let input = Sample.floats(rows * width, scale: 3)
    let residual = Sample.floats(rows * width, scale: 2)
    let (bias, scale, shift) = (
      Sample.floats(width, scale: 1), Sample.floats(width, scale: 2), Sample.floats(width, scale: 1)
    )
    var values = input
    var span = values.mutableSpan
    Kernels.layerNorm(
      &span, Block(rows: rows, columns: width), bias: bias.span, residual: residual.span,
      scale: scale.span, shift: shift.span, epsilon: 1e-5, level: level)
    for row in 0..<rows {
      let sums = (0..<width).map {
        Double(input[row * width + $0]) + Double(bias[$0]) + Double(residual[row * width + $0])
      }
      let mean = sums.reduce(0, +) / Double(width)
      let variance = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(width)
      for column in 0..<width {
        let unit = (sums[column] - mean) / (variance + 1e-5).squareRoot()
        let exact = unit * Double(scale[column]) + Double(shift[column])
        #expect(abs(Double(values[row * width + column]) - exact) < 1e-4)
      }
    }
  }

  @Test(arguments: widths) func normalizeAndMean(width: Int) {
    var values = Sample.floats(3 * width, scale: 5)
    for column in 0..<width {
      values[width + column] = 0
    }
    var means = [Float](repeating: 9, count: width + 1)
    var target = means.mutableSpan
    Kernels.mean(of: values.span, Block(rows: 3, columns: width), into: &target, at: 1)
    for column in 0..<width {
      let exact = (values[column] + values[2 * width + column]) / 3
      #expect(abs(means[column + 1] - exact) < 1e-5)
    }
    #expect(means[0] == 9)
    var span = values.mutableSpan
    Kernels.normalize(&span, Block(rows: 3, columns: width))
    #expect(values[width..<(2 * width)].allSatisfy { $0 == 0 })
    #expect(abs(values[..<width].reduce(0) { $0 + $1 * $1 } - 1) < 1e-5)
  }
}

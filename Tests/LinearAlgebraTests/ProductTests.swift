import Foundation
import LinearAlgebra
import Testing

/// Products against three loops in double precision.
@Suite struct ProductTests {
  @Test(arguments: [1, 2, 3, 4, 5, 8, 11, 24, 25, 40], [1, 2])
  func viewTimesRows(rows: Int, cores: Int) {
    for (outputs, columns) in [(6, 8), (34, 400), (7, 16), (33, 5), (1, 1)] {
      let a = Sample.floats(rows * columns, scale: 1)
      let weights = Matrix(
        rows: outputs, columns: columns,
        values: Sample.floats(outputs * columns, scale: 1, seed: 2))
      var c = [Float](repeating: .nan, count: rows * outputs)
      var span = c.mutableSpan
      MatrixView(weights).multiply(
        a.span, Block(rows: rows, columns: columns), into: &span,
        Block(rows: rows, columns: outputs), cores: cores)
      for row in 0..<rows {
        for output in 0..<outputs {
          let exact = (0..<columns).reduce(0.0) {
            $0 + Double(a[row * columns + $1]) * Double(weights.values[output * columns + $1])
          }
          #expect(abs(Double(c[row * outputs + output]) - exact) < 1e-4)
        }
      }
    }
  }

  @Test func blocksOfWiderMatrices() {
    // The middle two columns of a 3 x 4 matrix with themselves, and with a 3 x 3 one.
    let wide: [Float] = [9, 1, 2, 9, 9, 3, 4, 9, 9, 5, 6, 9]
    let block = Block(offset: 1, rows: 3, columns: 2, stride: 4)
    var square = [Float](repeating: 0, count: 9)
    var target = square.mutableSpan
    BLAS.multiply(
      wide.span, block, transposed: wide.span, block, scaledBy: 2, into: &target,
      Block(rows: 3, columns: 3))
    #expect(square == [10, 22, 34, 22, 50, 78, 34, 78, 122])
    var result = [Float](repeating: 7, count: 12)
    target = result.mutableSpan
    BLAS.multiply(square.span, Block(rows: 3, columns: 3), wide.span, block, into: &target, block)
    #expect(result == [7, 246, 312, 7, 7, 562, 712, 7, 7, 878, 1112, 7])
  }

  @Test func scoresEqualDotProducts() {
    let matrix = Matrix(rows: 3000, columns: 200, values: Sample.floats(600_000, scale: 1))
    let view = MatrixView(matrix)
    let queries = Matrix(rows: 3, columns: 200, values: Sample.floats(600, scale: 1, seed: 5))
    let batch = view.scores(of: queries)
    for query in 0..<3 {
      let scores = view.scores(of: Array(queries[row: query]))
      let part = view.scores(of: Array(queries[row: query]), rows: 100..<130)
      for row in 0..<3000 {
        let exact = zip(matrix[row: row], queries[row: query]).reduce(0.0) {
          $0 + Double($1.0) * Double($1.1)
        }
        #expect(abs(Double(scores[row]) - exact) < 1e-4)
        #expect(abs(batch.values[query * 3000 + row] - scores[row]) < 1e-4)
      }
      #expect(zip(part, scores[100..<130]).allSatisfy { abs($0 - $1) < 1e-4 })
    }
    #expect(view.scores(of: queries, rows: 7..<9).values.count == 6)
  }

  @Test func emptyMatrices() {
    #expect(MatrixView(Matrix(rows: 0, columns: 4)).scores(of: [1, 2, 3, 4]).isEmpty)
    let none = MatrixView(Matrix(rows: 2, columns: 4)).scores(of: Matrix(rows: 0, columns: 4))
    #expect(none.rows == 0 && none.columns == 2)
  }
}

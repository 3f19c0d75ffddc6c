import Foundation
import LinearAlgebra
import Testing

/// Products with a stored matrix against three loops in double precision.
@Suite struct ProductTests {
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

internal import Foundation
internal import GRDB
internal import LinearAlgebra

/// The vectors of all passages that have one, in the order of the passages' ids.
struct VectorRows {
  var passages: [Int64] = []
  var dimensions: Int
  /// `passages.count * dimensions` numbers.
  var values: [Float] = []

  /// Reads them out of SQLite. A vector of another length is left out: its passage counts as not encoded.
  ///
  /// Complexity: O(passages × dimensions).
  init(in database: Database, fingerprint: String, dimensions: Int) throws {
    self.dimensions = dimensions
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT passage.id, vector.value FROM passage
        JOIN vector ON vector.model = ? AND vector.key = passage.vector_key ORDER BY passage.id
        """, arguments: [fingerprint])
    while let row = try rows.next() {
      let bytes = Array(row[1] as Data)
      guard bytes.count == 4 * dimensions else { continue }
      passages.append(row[0])
      VectorFile.append(floatsIn: bytes, to: &values)
    }
  }

  var view: MatrixView {
    MatrixView(rows: passages.count, columns: dimensions) { values[$0] }
  }
}

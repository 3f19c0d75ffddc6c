package import Foundation

/// A matrix of weights in the order in which the kernels read it. It is made once from floats and then kept in a
/// file, from which it is used as it lies.
package protocol PackedWeights: Sendable {
  /// Packs the rows of several matrices of the same number of columns, below each other.
  /// Complexity: O(rows · columns).
  init(stacking parts: [MatrixView])

  /// Looks at a matrix that `bytes` once gave, `offset` bytes into `file`.
  ///
  /// - Returns: `nil` where the file is too short, or `offset` no multiple of 64.
  init?(file: MappedFile, offset: Int, rows: Int, columns: Int)

  /// Length of a matrix in a file, a multiple of 64.
  static func byteCount(rows: Int, columns: Int) -> Int

  /// The matrix as `init(file:offset:rows:columns:)` reads it.
  var bytes: Data { get }
}

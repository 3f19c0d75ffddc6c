internal import LinearAlgebra

/// The vectors that a search compares a question with.
struct PassageVectors: Sendable {
  /// Ids of passages, ascending; row by row those of `vectors`.
  let passages: [Int64]
  let vectors: MatrixView

  /// The row of a passage; `nil` where it has no vector. Complexity: O(log n).
  func row(of passage: Int64) -> Int? {
    var low = 0
    var high = passages.count
    while low < high {
      let middle = (low + high) / 2
      if passages[middle] < passage { low = middle + 1 } else { high = middle }
    }
    return low < passages.count && passages[low] == passage ? low : nil
  }
}

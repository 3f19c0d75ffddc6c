/// Scores turned into shares.
extension Kernels {
  /// x ← eˣ / Σ eˣ over each row of the block. Complexity: O(rows · columns).
  ///
  /// The largest value of a row is taken off first, so that no score is too large.
  package static func softmax(_ x: inout MutableSpan<Float>, _ block: Block) {
    guard block.columns > 0 else { return }
    let columns = block.columns
    forEachRow(&x, block) { _, start in
      let peak = largest(start, columns: columns)
      transform(start, columns: columns) { value, _ in (value - peak).exponential }
      let total = sum(start, columns: columns) { value, _ in value }
      let factor = 1 / total
      transform(start, columns: columns) { value, _ in value * factor }
    }
  }

  @inline(__always)
  private static func largest(_ start: UnsafePointer<Float>, columns: Int) -> Float {
    var peaks = Vector(repeating: -.infinity)
    var column = 0
    while column < columns {
      let count = min(8, columns - column)
      let values =
        count == 8
        ? Vector(at: start + column)
        : Vector(at: start + column, count: count, filler: -.infinity)
      peaks = peaks.replacing(with: values, where: values .> peaks)
      column += 8
    }
    return peaks.largest
  }
}

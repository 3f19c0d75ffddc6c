/// The rows of a text's tokens made into one row.
extension Kernels {
  /// Writes the mean of the block's rows to `target`, from index `offset` on; zeros where the block
  /// has no rows. Complexity: O(rows · columns).
  package static func mean(
    of x: borrowing Span<Float>, _ block: Block, into target: inout MutableSpan<Float>,
    at offset: Int
  ) {
    block.check(within: x.count)
    let factor = 1 / Float(max(1, block.rows))
    x.withUnsafeBufferPointer { x in
      forEachRow(&target, Block(offset: offset, rows: 1, columns: block.columns)) { _, start in
        guard let x = x.baseAddress.map({ $0 + block.offset }) else { return }
        transform(start, columns: block.columns) { _, lanes in
          var total = Vector.zero
          for row in 0..<block.rows {
            total += lanes.load(x + row * block.stride)
          }
          return total * factor
        }
      }
    }
  }

  /// Writes the block's first row to `target`, from index `offset` on. Complexity: O(columns).
  ///
  /// - Precondition: The block has a row.
  package static func first(
    of x: borrowing Span<Float>, _ block: Block, into target: inout MutableSpan<Float>,
    at offset: Int
  ) {
    precondition(block.rows > 0, "the first row of none")
    mean(
      of: x, Block(offset: block.offset, rows: 1, columns: block.columns), into: &target, at: offset
    )
  }
}

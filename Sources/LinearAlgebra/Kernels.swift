/// The parts of a transformer that are not products of matrices. All work in place, on the calling thread, and
/// for any number of columns; those that take most time by `CKernels`, the others eight floats at a time.
package enum Kernels {
  /// Gives `body` the address of a block's first float, after checking that the block lies within the
  /// buffer.
  static func withBlock(
    _ x: inout MutableSpan<Float>, _ block: Block, _ body: (UnsafeMutablePointer<Float>) -> Void
  ) {
    block.check(within: x.count)
    x.withUnsafeMutableBufferPointer { buffer in
      if let base = buffer.baseAddress { body(base + block.offset) }
    }
  }

  /// Gives `body` the address of each row of a block, after checking that the block lies within the
  /// buffer.
  @inline(__always)
  static func forEachRow(
    _ x: inout MutableSpan<Float>, _ block: Block,
    _ body: (_ row: Int, _ start: UnsafeMutablePointer<Float>) -> Void
  ) {
    block.check(within: x.count)
    x.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for row in 0..<block.rows {
        body(row, base + block.offset + row * block.stride)
      }
    }
  }

  /// The address of the first float of a vector of `count`, which `body` may read.
  @inline(__always)
  static func withStart<Result>(
    _ vector: borrowing Span<Float>, count: Int, _ body: (UnsafePointer<Float>) -> Result
  ) -> Result? {
    precondition(vector.count == count, "a vector of \(vector.count) values where \(count) belong")
    return vector.withUnsafeBufferPointer { $0.baseAddress.map(body) }
  }

  /// Replaces eight floats at a time: x ← f(x, at), for `columns` floats from `start` on.
  @inline(__always)
  static func transform(
    _ start: UnsafeMutablePointer<Float>, columns: Int, _ f: (Vector, Lanes) -> Vector
  ) {
    var column = 0
    while column + 8 <= columns {
      f(Vector(at: start + column), Lanes(column: column, count: 8)).store(at: start + column)
      column += 8
    }
    if column < columns {
      let lanes = Lanes(column: column, count: columns - column)
      f(Vector(at: start + column, count: lanes.count), lanes)
        .store(at: start + column, count: lanes.count)
    }
  }

  /// The sum of f(x) over `columns` floats from `start` on; lanes beyond the end must give 0, for
  /// which f learns how many count.
  @inline(__always)
  static func sum(
    _ start: UnsafePointer<Float>, columns: Int, _ f: (Vector, Lanes) -> Vector
  ) -> Float {
    var (even, odd) = (Vector.zero, Vector.zero)
    var column = 0
    while column + 16 <= columns {
      even += f(Vector(at: start + column), Lanes(column: column, count: 8))
      odd += f(Vector(at: start + column + 8), Lanes(column: column + 8, count: 8))
      column += 16
    }
    while column < columns {
      let lanes = Lanes(column: column, count: min(8, columns - column))
      even += lanes.masked(f(lanes.load(start), lanes))
      column += 8
    }
    return (even + odd).total
  }
}

/// C ← A · Wᵀ for an A of so few rows that OpenBLAS would spend its time on copying W: a short
/// question has about ten tokens, and each number of W is used only that often.
///
/// W is read once, in order, two rows at a time, against four rows of A, whose products are
/// gathered in eight registers. Long rows are cut into parts of `depth`, so that A's stay in the
/// first cache.
struct FewRowsProduct {
  /// m x `columns`, `aStride` floats from row to row.
  let a: UnsafePointer<Float>
  let aStride: Int
  /// m.
  let rows: Int
  /// outputs x `columns`, without gaps.
  let weights: UnsafePointer<Float>
  /// A multiple of 8.
  let columns: Int
  /// m x outputs, `cStride` floats from row to row.
  let c: UnsafeMutablePointer<Float>
  let cStride: Int

  private static let depth = 384

  /// Fills `outputs` columns of C, an even number.
  func run(outputs: Int) {
    var from = 0
    while from < columns {
      let part = from..<min(columns, from + Self.depth)
      for output in stride(from: 0, to: outputs, by: 2) {
        fill(output, part)
      }
      from = part.upperBound
    }
  }

  /// Adds the products over the columns in `part` to two columns of C.
  @inline(__always)
  private func fill(_ output: Int, _ part: Range<Int>) {
    let w0 = weights + output * columns
    let w1 = w0 + columns
    var row = 0
    while row + 1 < rows {
      fillFour(row, min(4, rows - row), output, part, w0, w1)
      row += 4
    }
    if row < rows {
      fillOne(row, output, part, w0, w1)
    }
  }

  /// Fills `count` rows, 2 ... 4: where there are fewer than four the last one is multiplied again,
  /// which takes no longer than to wait for the sums of a single row.
  @inline(__always)
  private func fillFour(
    _ row: Int, _ count: Int, _ output: Int, _ part: Range<Int>,
    _ w0: UnsafePointer<Float>, _ w1: UnsafePointer<Float>
  ) {
    let a0 = a + row * aStride
    let a1 = a0 + aStride
    let a2 = a0 + min(2, count - 1) * aStride
    let a3 = a0 + min(3, count - 1) * aStride
    var (s00, s01, s10, s11) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
    var (s20, s21, s30, s31) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
    var column = part.lowerBound
    while column < part.upperBound {
      let (v0, v1) = (Vector(at: w0 + column), Vector(at: w1 + column))
      let (x0, x1) = (Vector(at: a0 + column), Vector(at: a1 + column))
      s00.add(x0, times: v0)
      s01.add(x0, times: v1)
      s10.add(x1, times: v0)
      s11.add(x1, times: v1)
      let (x2, x3) = (Vector(at: a2 + column), Vector(at: a3 + column))
      s20.add(x2, times: v0)
      s21.add(x2, times: v1)
      s30.add(x3, times: v0)
      s31.add(x3, times: v1)
      column += 8
    }
    let isFirst = part.lowerBound == 0
    put(s00, s01, row, output, isFirst)
    put(s10, s11, row + 1, output, isFirst)
    if count > 2 { put(s20, s21, row + 2, output, isFirst) }
    if count > 3 { put(s30, s31, row + 3, output, isFirst) }
  }

  @inline(__always)
  private func fillOne(
    _ row: Int, _ output: Int, _ part: Range<Int>,
    _ w0: UnsafePointer<Float>, _ w1: UnsafePointer<Float>
  ) {
    let x = a + row * aStride
    var (s0, s1) = (Vector.zero, Vector.zero)
    var column = part.lowerBound
    while column < part.upperBound {
      let value = Vector(at: x + column)
      s0.add(value, times: Vector(at: w0 + column))
      s1.add(value, times: Vector(at: w1 + column))
      column += 8
    }
    put(s0, s1, row, output, part.lowerBound == 0)
  }

  @inline(__always)
  private func put(_ s0: Vector, _ s1: Vector, _ row: Int, _ output: Int, _ isFirst: Bool) {
    let target = c + row * cStride + output
    target[0] = isFirst ? s0.total : target[0] + s0.total
    target[1] = isFirst ? s1.total : target[1] + s1.total
  }
}

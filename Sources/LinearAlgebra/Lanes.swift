/// Which columns of a row a `Vector` holds: `count` of them from `column` on, fewer than 8 only at
/// the end of a row.
struct Lanes {
  let column: Int
  let count: Int

  /// The floats of these columns, zeros where there are none.
  @inline(__always)
  func load(_ row: UnsafePointer<Float>) -> Vector {
    count == 8 ? Vector(at: row + column) : Vector(at: row + column, count: count)
  }

  /// `value` with zeros in the lanes that hold no column.
  @inline(__always)
  func masked(_ value: Vector) -> Vector {
    guard count < 8 else { return value }
    var value = value
    for lane in count..<8 {
      value[lane] = 0
    }
    return value
  }
}

/// Memory for floats that never moves and is freed with the object: what a `MatrixView` looks into
/// where its numbers could not be used as they lie in a file.
final class FloatStorage: @unchecked Sendable {
  // Unchecked: written only by `init`.

  let memory: UnsafeBufferPointer<Float>

  /// Room for `count` floats, all of which `fill` must set.
  init(count: Int, fill: (UnsafeMutableBufferPointer<Float>) -> Void) {
    let room = UnsafeMutableBufferPointer<Float>.allocate(capacity: count)
    fill(room)
    memory = UnsafeBufferPointer(room)
  }

  deinit {
    memory.deallocate()
  }
}

extension FloatStorage {
  /// The address of the first float, or some address where there is none.
  var start: UnsafePointer<Float> {
    memory.baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<Float>.alignment).unsafelyUnwrapped
  }
}

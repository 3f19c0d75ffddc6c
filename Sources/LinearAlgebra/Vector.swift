/// The eight floats that the kernels work on at once: one AVX register, two of SSE or NEON.
///
/// `.rounded`, `.clamped` and conversions between integers and floats are avoided, as they compile
/// to slow generic code; so is `addingProduct`, which calls the C library for each lane on
/// processors without fused multiplication.
typealias Vector = SIMD8<Float>

extension Vector {
  /// Reads eight floats, which need not be aligned.
  @inline(__always)
  init(at address: UnsafePointer<Float>) {
    self = UnsafeRawPointer(address).loadUnaligned(as: Vector.self)
  }

  /// Reads the `count` floats at `address`, at most 8, and fills up with `filler`.
  @inline(__always)
  init(at address: UnsafePointer<Float>, count: Int, filler: Float = 0) {
    self.init(repeating: filler)
    for lane in 0..<count {
      self[lane] = address[lane]
    }
  }

  /// Writes eight floats, which need not be aligned.
  @inline(__always)
  func store(at address: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(address).storeBytes(of: self, as: Vector.self)
  }

  /// Writes the first `count` floats.
  @inline(__always)
  func store(at address: UnsafeMutablePointer<Float>, count: Int) {
    for lane in 0..<count {
      address[lane] = self[lane]
    }
  }

  /// The sum of the eight floats.
  @inline(__always)
  var total: Float {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}

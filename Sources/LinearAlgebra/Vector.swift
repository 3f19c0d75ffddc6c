internal import COpenBLAS

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

  /// Whether one instruction multiplies and adds on every processor that this build is for.
  @inline(__always)
  static var isFused: Bool { PROCESSOR_FUSES_MULTIPLICATION != 0 }

  /// self ← self + a · b, in one rounding where the processor can.
  ///
  /// `addProduct` must not be compiled for others, where it calls the C library for each lane.
  @inline(__always)
  mutating func add(_ a: Vector, times b: Vector) {
    if Self.isFused {
      addProduct(a, b)
    } else {
      self += a * b
    }
  }

  /// The sum of the eight floats.
  @inline(__always)
  var total: Float {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }

  /// The largest of the eight floats.
  @inline(__always)
  var largest: Float {
    let four = lowHalf.replacing(with: highHalf, where: highHalf .> lowHalf)
    return Swift.max(Swift.max(four.x, four.y), Swift.max(four.z, four.w))
  }

  /// eˣ to within 2 units in the last place; at least e⁻⁸⁷ and at most e⁸⁸, where floats end.
  ///
  /// x is split into n · ln 2 + r with |r| ≤ ln 2 / 2; eʳ is a polynomial, with the coefficients of
  /// Cephes' `expf`, and 2ⁿ goes into the exponent.
  @inline(__always)
  var exponential: Vector {
    var x = self.replacing(with: -87, where: self .< -87)
    x = x.replacing(with: 88, where: x .> 88)
    // Adding 1.5 · 2²³ rounds to an integer, which then stands in the lowest bits.
    let shifted = x * 1.442_695_04 + 12_582_912
    let n = shifted - 12_582_912
    let r = x - n * 0.693_359_375 + n * 2.121_944_4e-4
    var p = r * 1.987_569_15e-4 + 1.398_199_95e-3
    p = p * r + 8.333_451_9e-3
    p = p * r + 4.166_579_6e-2
    p = p * r + 1.666_666_55e-1
    p = p * r + 5.000_000_1e-1
    p = p * (r * r) + r + 1
    let exponent = unsafeBitCast(shifted, to: SIMD8<UInt32>.self) &<< 23
    return unsafeBitCast(unsafeBitCast(p, to: SIMD8<UInt32>.self) &+ exponent, to: Vector.self)
  }

  /// The Gauss error function, to within 4e-7: the rational approximation x · P(x²) / Q(x²) on [-4,
  /// 4] that Eigen uses (`generic_fast_erf_float`); beyond, erf is 1 or -1 in single precision.
  @inline(__always)
  var errorFunction: Vector {
    var x = self.replacing(with: -4, where: self .< -4)
    x = x.replacing(with: 4, where: x .> 4)
    let s = x * x
    var p = s * -2.726_142_258e-10 + 2.770_681_422e-8
    p = p * s + -2.101_024_021e-6
    p = p * s + -5.692_506_395e-5
    p = p * s + -7.349_906_303e-4
    p = p * s + -2.954_599_809e-3
    p = p * s + -1.609_603_333e-2
    var q = s * -1.456_607_185e-5 + -2.133_740_553e-4
    q = q * s + -1.682_826_974e-3
    q = q * s + -7.373_329_167e-3
    q = q * s + -1.426_473_905e-2
    return x * p / q
  }
}

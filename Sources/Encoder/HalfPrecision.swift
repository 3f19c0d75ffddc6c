/// Numbers of 16 bits (IEEE 754 binary16). Swift's `Float16` is missing on some processors.
enum HalfPrecision {
  /// The value of a number with these bits.
  static func float(_ bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let exponent = UInt32(bits >> 10) & 0x1f
    let fraction = UInt32(bits & 0x3ff)
    switch exponent {
    case 0:  // Zero, or a number too small for an exponent: fraction · 2⁻²⁴.
      let value = Float(fraction) * 0x1p-24
      return sign == 0 ? value : -value
    case 31:  // Infinite, or not a number.
      return Float(bitPattern: sign | 0x7f80_0000 | fraction << 13)
    default:
      return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
    }
  }
}

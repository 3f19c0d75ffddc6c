/// A sum that tells a damaged file from a sound one at the speed of memory. Not a digest: it does not
/// withstand intent.
package enum CheckSum {
  /// Eight running sums over 64-bit words, each rotated and multiplied on the way (after the inner loop of
  /// xxHash64), so that exchanged, missing and changed words all show. Complexity: O(bytes).
  package static func of(_ bytes: borrowing Span<UInt8>) -> UInt64 {
    let prime: SIMD8<UInt64> = SIMD8(repeating: 0x9E37_79B1_85EB_CA87)
    var lanes = SIMD8<UInt64>(1, 2, 3, 4, 5, 6, 7, 8)
    var rest = UInt64(bytes.count)
    bytes.withUnsafeBytes { memory in
      let whole = memory.count / 64 * 64
      for offset in stride(from: 0, to: whole, by: 64) {
        let words = memory.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt64>.self)
        lanes = (lanes &<< 31 | lanes &>> 33) ^ words
        lanes = lanes &+ lanes &<< 8 &+ prime
      }
      for byte in memory[whole...] { rest = (rest ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    for lane in 0..<8 {
      rest = (rest ^ lanes[lane]) &* 0xC2B2_AE3D_27D4_EB4F
      rest ^= rest &>> 29
    }
    return rest
  }
}

/// A loop that does nothing but multiply and add.
enum FusedSums {
  private typealias Lanes = SIMD8<Float>

  /// Floating-point operations of a round: twelve running sums of eight floats, more than the multipliers need to
  /// be kept busy and no more than there are registers for.
  static let operations = 12 * 8 * 2

  static func run(_ rounds: Int, _ start: Float) -> Float {
    let (factor, term) = (Lanes(repeating: 0.999_999), Lanes(repeating: 1e-7))
    var (a, b, c) = (Lanes(repeating: start), Lanes(repeating: 1), Lanes(repeating: 2))
    var (d, e, f) = (a + 1, b + 2, c + 2)
    var (g, h, i) = (a + 3, b + 4, c + 4)
    var (j, k, l) = (a + 5, b + 6, c + 6)
    for _ in 0..<rounds {
      a = term.addingProduct(a, factor)
      b = term.addingProduct(b, factor)
      c = term.addingProduct(c, factor)
      d = term.addingProduct(d, factor)
      e = term.addingProduct(e, factor)
      f = term.addingProduct(f, factor)
      g = term.addingProduct(g, factor)
      h = term.addingProduct(h, factor)
      i = term.addingProduct(i, factor)
      j = term.addingProduct(j, factor)
      k = term.addingProduct(k, factor)
      l = term.addingProduct(l, factor)
    }
    return (a + b + c + d + e + f + g + h + i + j + k + l).sum()
  }
}

import Foundation
import LinearAlgebra
import Testing

/// Attention against its formula in double precision.
@Suite struct AttentionTests {
  private static let heads = 3

  private func gathered(
    _ x: [Float], rows: Int, _ tokens: Range<Int>, width: Int, level: KernelLevel = .best,
    crew: Crew = .alone
  ) -> [Float] {
    var scratch: [Float] = []
    var result = [Float](repeating: 7, count: rows * Self.heads * width)
    var target = result.mutableSpan
    Kernels.attention(
      x.span, tokens: tokens, heads: Self.heads, headDimensions: width, scratch: &scratch,
      into: &target, level: level, crew: crew)
    return result
  }

  /// The numbers of a token's query (part 0), key (1) or value (2) of a head.
  private func part(
    _ part: Int, of x: [Float], _ token: Int, _ head: Int, _ width: Int
  ) -> [Double] {
    let start = (token * 3 + part) * Self.heads * width + head * width
    return x[start..<(start + width)].map(Double.init)
  }

  @Test(
    arguments: [(1, 2), (2, 32), (15, 4), (16, 64), (17, 20), (40, 32), (133, 32)],
    KernelLevel.supported)
  func everyLevelGivesTheFormula(shape: (tokens: Int, width: Int), level: KernelLevel) {
    let (count, width) = shape
    // Two tokens before the text and one after it belong to others.
    let x = Sample.floats((count + 3) * 3 * Self.heads * width, scale: 3)
    let found = gathered(x, rows: count + 3, 2..<(count + 2), width: width, level: level)
    for head in 0..<Self.heads {
      for token in 2..<(count + 2) {
        let query = part(0, of: x, token, head, width)
        let scores = (2..<(count + 2)).map { other in
          zip(query, part(1, of: x, other, head, width)).reduce(0) { $0 + $1.0 * $1.1 }
            / Double(width).squareRoot()
        }
        let powers = scores.map { exp($0 - (scores.max() ?? 0)) }
        let total = powers.reduce(0, +)
        var exact = [Double](repeating: 0, count: width)
        for other in 0..<count {
          for (index, value) in part(2, of: x, other + 2, head, width).enumerated() {
            exact[index] += powers[other] / total * value
          }
        }
        let start = (token * Self.heads + head) * width
        for (a, b) in zip(found[start..<(start + width)], exact) {
          #expect(abs(Double(a) - b) < 2e-5)
        }
      }
    }
    let row = Self.heads * width
    let others = found[..<(2 * row)] + found[((count + 2) * row)...]
    #expect(others.allSatisfy { $0 == 7 })
  }

  @Test func aCrewDoesNotChangeABit() {
    let x = Sample.floats(30 * 9 * 32, scale: 2)
    let shared = Crew.together(2) { gathered(x, rows: 30, 0..<30, width: 32, crew: $0) }
    #expect(shared == gathered(x, rows: 30, 0..<30, width: 32))
  }

  @Test func noTokensGiveNothing() {
    #expect(gathered([], rows: 1, 0..<0, width: 2).allSatisfy { $0 == 7 })
  }
}

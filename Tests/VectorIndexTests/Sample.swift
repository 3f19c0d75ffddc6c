import LinearAlgebra
import VectorIndex

/// Vectors that look random and are the same in every run.
struct Sample {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
  }

  mutating func number() -> Float {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Float(state >> 40) / Float(1 << 23) - 1
  }

  mutating func index(below count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  /// A vector of length 1.
  mutating func unit(_ dimensions: Int) -> [Float] {
    let values = (0..<dimensions).map { _ in number() }
    return Self.unit(values)
  }

  static func unit(_ values: [Float]) -> [Float] {
    let length = values.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? values.map { $0 / length } : values
  }

  mutating func units(_ count: Int, _ dimensions: Int) -> [[Float]] {
    (0..<count).map { _ in unit(dimensions) }
  }

  /// Vectors around some middles, as those of texts about some themes are.
  mutating func clustered(_ count: Int, _ dimensions: Int, themes: Int) -> [[Float]] {
    let middles = units(themes, dimensions)
    return (0..<count).map { _ in
      let (first, second) = (middles[index(below: themes)], middles[index(below: themes)])
      let noise = unit(dimensions)
      return Self.unit(
        (0..<dimensions).map { first[$0] + 0.5 * second[$0] + 0.8 * noise[$0] })
    }
  }
}

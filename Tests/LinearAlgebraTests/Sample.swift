/// Numbers that look random and are the same in every run.
enum Sample {
  /// `count` numbers between -scale and scale.
  static func floats(_ count: Int, scale: Float, seed: UInt64 = 1) -> [Float] {
    var state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (Float(state >> 40) / Float(1 << 23) - 1) * scale
    }
  }
}

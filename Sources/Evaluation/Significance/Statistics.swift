/// Plain figures over samples.
enum Statistics {
  /// 0 for no values.
  static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// The value below which the share `fraction` of the sample lies, interpolated linearly between
  /// neighbours (Hyndman and Fan 1996, type 7). 0 for no values.
  static func quantile(_ fraction: Double, ofSorted values: [Double]) -> Double {
    guard let last = values.last else { return 0 }
    let position = fraction * Double(values.count - 1)
    let lower = Int(position)
    guard lower + 1 < values.count else { return last }
    return values[lower] + (position - Double(lower)) * (values[lower + 1] - values[lower])
  }
}

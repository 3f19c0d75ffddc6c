extension Double {
  /// Six decimals, as JSON has them: more are noise that changes between processors.
  var sixDecimals: Double { (self * 1e6).rounded() / 1e6 }
}

/// Measures units a second since it was made.
struct RateMeter: Sendable {
  private let start = ContinuousClock.now

  func rate(done: Int) -> Double {
    let seconds = (ContinuousClock.now - start).seconds
    return seconds > 0 ? Double(done) / seconds : 0
  }
}

extension Duration {
  /// The duration as a number of seconds.
  package var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}

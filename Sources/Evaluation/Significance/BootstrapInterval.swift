/// A confidence interval of a mean by the percentile bootstrap (Efron and Tibshirani 1993, 13.3).
///
///     let interval = BootstrapInterval(of: [0.2, 0.9, 0.4])
///     interval.lower...interval.upper
public struct BootstrapInterval: Sendable, Hashable, Codable {
  /// The mean of the values; 0 without any.
  public var mean: Double
  /// Lower end.
  public var lower: Double
  /// Upper end.
  public var upper: Double

  /// An interval around a mean.
  public init(mean: Double, lower: Double, upper: Double) {
    self.mean = mean
    self.lower = lower
    self.upper = upper
  }

  /// - Parameter values: One for each query. Complexity: O(n · resamples).
  public init(of values: [Double], settings: SamplingSettings = SamplingSettings()) {
    mean = Statistics.mean(values)
    (lower, upper) = (mean, mean)
    guard values.count > 1, settings.resamples > 0 else { return }
    var generator = SeededGenerator(seed: settings.seed)
    let count = UInt64(values.count)
    var means = (0..<settings.resamples).map { _ in
      var sum = 0.0
      for _ in values {
        // The high half of the product is uniform up to count / 2^64.
        sum += values[Int(generator.next().multipliedFullWidth(by: count).high)]
      }
      return sum / Double(values.count)
    }
    means.sort()
    let tail = (1 - settings.confidence) / 2
    lower = Statistics.quantile(tail, ofSorted: means)
    upper = Statistics.quantile(1 - tail, ofSorted: means)
  }
}

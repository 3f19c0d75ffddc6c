/// How long answers took.
public struct LatencySummary: Sendable, Hashable, Codable {
  /// Percentiles in milliseconds, interpolated between the two nearest measurements (Hyndman and Fan
  /// 1996, type 7). 0 without measurements.
  public var p50: Double
  /// 95th percentile, in milliseconds.
  public var p95: Double
  /// 99th percentile, in milliseconds.
  public var p99: Double
  /// In milliseconds.
  public var mean: Double
  /// Number of measurements.
  public var count: Int

  /// - Parameter milliseconds: In any order. Complexity: O(n log n).
  public init(milliseconds: [Double]) {
    let sorted = milliseconds.sorted()
    p50 = Statistics.quantile(0.5, ofSorted: sorted)
    p95 = Statistics.quantile(0.95, ofSorted: sorted)
    p99 = Statistics.quantile(0.99, ofSorted: sorted)
    mean = Statistics.mean(sorted)
    count = sorted.count
  }
}

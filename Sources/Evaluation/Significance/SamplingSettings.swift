/// How much is drawn for tests and intervals. The same settings give the same figures.
public struct SamplingSettings: Sendable, Hashable {
  /// Assignments of signs that the randomisation test draws.
  public var permutations: Int
  /// Samples that the bootstrap draws.
  public var resamples: Int
  /// The share of the bootstrap's means that the interval holds, between 0 and 1.
  public var confidence: Double
  /// What is drawn from: equal seeds give equal figures.
  public var seed: UInt64

  /// The usual settings, as far as they are not given.
  public init(
    permutations: Int = 100_000, resamples: Int = 10_000, confidence: Double = 0.95,
    seed: UInt64 = 1
  ) {
    self.permutations = permutations
    self.resamples = resamples
    self.confidence = confidence
    self.seed = seed
  }
}

/// A measure of a mode that fell since the baseline.
public struct Regression: Sendable, Hashable {
  /// The way of searching that fell.
  public var mode: String
  /// The measure's name.
  public var measure: String
  /// The means, before over after.
  public var before: Double
  /// Mean of the later measurement.
  public var after: Double
  /// From the paired randomisation test, with Holm's correction over everything that was compared with
  /// the baseline; nil where a report lacks the values by query, so that nothing could be tested.
  public var adjustedPValue: Double?

  /// A fall of these figures.
  public init(
    mode: String, measure: String, before: Double, after: Double, adjustedPValue: Double? = nil
  ) {
    self.mode = mode
    self.measure = measure
    self.before = before
    self.after = after
    self.adjustedPValue = adjustedPValue
  }

  /// Negative.
  public var change: Double { after - before }
}

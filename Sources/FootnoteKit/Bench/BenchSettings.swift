/// How a measurement is made.
public struct BenchSettings: Sendable, Hashable {
  /// Ways of searching, in the order of the report.
  public var modes: [SearchMode]
  /// Whether a mode that cannot be asked for lack of a model is an error; else it is left out.
  public var needsAllModes = false
  /// The first is the one that modes are compared by.
  public var measures: [Measure]
  /// Number of passages, or documents of a collection, that are retrieved for each question.
  public var depth: Int
  /// How both legs become one score.
  public var fusion: Fusion
  /// See `SearchOptions.comparesAll`.
  public var comparesAll: Bool
  /// How much tests and intervals draw, and from which seed.
  public var sampling: SamplingSettings

  /// The usual settings, as far as they are not given.
  public init(
    modes: [SearchMode] = [.lexical, .semantic, .hybrid], measures: [Measure] = Measure.standard,
    depth: Int = 100, fusion: Fusion = .default, comparesAll: Bool = false,
    sampling: SamplingSettings = SamplingSettings()
  ) {
    self.modes = modes
    self.measures = measures
    self.depth = depth
    self.fusion = fusion
    self.comparesAll = comparesAll
    self.sampling = sampling
  }
}

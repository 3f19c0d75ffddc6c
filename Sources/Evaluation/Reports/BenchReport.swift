internal import Foundation

/// The whole result of a bench over one dataset: what `bench --format json` prints, and what a later
/// bench reads as its baseline.
public struct BenchReport: Sendable, Hashable {
  /// A way of searching and what it scored.
  public struct Mode: Sendable, Hashable {
    /// What it scored; its name is the mode's.
    public var result: EvaluationResult
    /// How long each answer took, in any order; empty where it was not measured.
    public var milliseconds: [Double]
    /// Nil where there were no questions without an answer.
    public var refusals: Refusals?
    /// The confidence interval of each mean, keyed by the measure's name; empty where the values by
    /// query are not known.
    public var intervals: [String: BootstrapInterval] = [:]

    /// A mode with what it scored.
    public init(
      result: EvaluationResult, milliseconds: [Double] = [], refusals: Refusals? = nil
    ) {
      self.result = result
      self.milliseconds = milliseconds
      self.refusals = refusals
    }

    /// Name of the mode.
    public var name: String { result.name }
    /// Nil where no answer was timed.
    public var latency: LatencySummary? {
      milliseconds.isEmpty ? nil : LatencySummary(milliseconds: milliseconds)
    }
  }

  /// The name of the collection or of the judged set.
  public var dataset: String
  /// Number of judged queries.
  public var queryCount: Int
  /// In the order of columns and tables; the last is the one that users get unless they choose.
  public var modes: [Mode]
  /// Between modes, with Holm's correction over all of them.
  public var comparisons: [SystemComparison]

  /// - Parameter compared: Measures by which the modes are compared with each other.
  public init(
    dataset: String, modes: [Mode], compared: [Measure] = [.nDCG(10)],
    settings: SamplingSettings = SamplingSettings()
  ) {
    self.dataset = dataset
    self.modes = modes.map { mode in
      var mode = mode
      mode.intervals = mode.result.intervals(settings: settings)
      return mode
    }
    queryCount = modes.map(\.result.queries.count).max() ?? 0
    comparisons = SystemComparison.all(
      of: modes.map(\.result), measures: compared, settings: settings)
  }

  init(dataset: String, queryCount: Int, modes: [Mode], comparisons: [SystemComparison]) {
    self.dataset = dataset
    self.queryCount = queryCount
    self.modes = modes
    self.comparisons = comparisons
  }

  /// The mode of this name.
  public func mode(_ name: String) -> Mode? {
    modes.first { $0.name == name }
  }

  /// The names of the measures that any mode has, the standard ones first in their order, then others
  /// by name.
  public var measures: [String] {
    let present = Set(modes.flatMap(\.result.means.keys))
    let standard = Measure.standard.map(\.description).filter(present.contains)
    return standard + present.subtracting(standard).sortedByBytes()
  }

  /// Reads a report that was written as JSON. Only `modes` has to be there.
  ///
  /// - Parameter file: What errors call the text.
  /// - Throws: `EvaluationError.unreadable` where it is not such an object.
  public init(json text: String, file: String) throws(EvaluationError) {
    do {
      self = try JSONDecoder().decode(BenchReport.self, from: Data(text.utf8))
    } catch {
      throw .unreadable(file: file, reason: "not a report of bench: \(JSONLine.reason(error))")
    }
  }

  /// Reads a report from a file.
  ///
  /// - Throws: `EvaluationError.unreadable` where the file cannot be read or is no report.
  public init(file: String) throws(EvaluationError) {
    try self.init(json: try TextFile.read(file), file: file)
  }

  /// The report as JSON, keys in order of their names.
  ///
  /// - Throws: `EncodingError` where a figure is not a finite number.
  public func json(indented: Bool = true) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if indented { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

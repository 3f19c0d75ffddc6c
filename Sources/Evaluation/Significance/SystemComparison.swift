/// Two systems over the same queries, by one measure.
///
/// Differences are candidate minus baseline, so that positive ones speak for the candidate.
public struct SystemComparison: Sendable, Hashable, Codable {
  /// A query and what both systems scored for it.
  public struct Change: Sendable, Hashable, Codable {
    /// Name of the query.
    public var id: String
    /// Kind of the query.
    public var kind: String
    /// Score of the baseline.
    public var baseline: Double
    /// Score of the candidate.
    public var candidate: Double

    /// Candidate minus baseline.
    public var difference: Double { candidate - baseline }
  }

  /// Smaller differences are ties: they come from the order of summation.
  public static let tieThreshold = 1e-9

  /// How many changed queries a comparison names.
  public static let changeLimit = 20

  /// The measure's name.
  public var measure: String
  /// The systems' names.
  public var baseline: String
  /// Name of the system that is compared with the baseline.
  public var candidate: String
  /// The means over the paired queries.
  public var baselineMean: Double
  /// Mean of the candidate.
  public var candidateMean: Double
  /// The mean difference over the paired queries, with its confidence interval.
  public var difference: BootstrapInterval
  /// Two-sided, by `RandomisationTest`.
  public var pValue: Double
  /// `pValue` after Holm's correction over the comparisons of the same report; nil before that.
  public var adjustedPValue: Double?
  /// Queries for which the candidate is better, equal, and worse.
  public var wins: Int
  /// Number of queries that both score alike.
  public var ties: Int
  /// Number of queries that the baseline scores better.
  public var losses: Int
  /// The queries that changed most, at most `changeLimit`: largest differences first, equal ones by
  /// id; ties are not among them.
  public var changes: [Change]

  /// Number of queries that both systems have.
  public var count: Int { wins + ties + losses }

  /// Compares by the queries that both results have; whatever only one has is left out.
  ///
  /// Complexity: O(queries · (resamples + permutations / 8)).
  public init(
    measure: Measure, baseline: EvaluationResult, candidate: EvaluationResult,
    settings: SamplingSettings = SamplingSettings()
  ) {
    self.init(
      measureName: measure.description, baseline: baseline, candidate: candidate,
      settings: settings)
  }

  /// Compares by a measure that may have a name of its own.
  init(
    measureName: String, baseline: EvaluationResult, candidate: EvaluationResult,
    settings: SamplingSettings
  ) {
    measure = measureName
    self.baseline = baseline.name
    self.candidate = candidate.name
    let pairs = Self.pairs(measureName, baseline, candidate)
    baselineMean = Statistics.mean(pairs.map(\.baseline))
    candidateMean = Statistics.mean(pairs.map(\.candidate))
    let differences = pairs.map(\.difference)
    difference = BootstrapInterval(of: differences, settings: settings)
    pValue = RandomisationTest.pValue(
      differences: differences, permutations: settings.permutations, seed: settings.seed)
    wins = differences.count { $0 >= Self.tieThreshold }
    losses = differences.count { $0 <= -Self.tieThreshold }
    ties = pairs.count - wins - losses
    let changed = pairs.filter { abs($0.difference) >= Self.tieThreshold }.sorted { left, right in
      let (first, second) = (abs(left.difference), abs(right.difference))
      return first == second ? left.id.precedesInBytes(right.id) : first > second
    }
    changes = Array(changed.prefix(Self.changeLimit))
  }

  /// The values of both results for the queries that both have, in the candidate's order.
  static func pairs(
    _ measure: String, _ baseline: EvaluationResult, _ candidate: EvaluationResult
  ) -> [Change] {
    let before = baseline.values(of: measure)
    return candidate.queries.compactMap { query in
      guard let old = before[query.id], let new = query.values[measure] else { return nil }
      return Change(id: query.id, kind: query.kind, baseline: old, candidate: new)
    }
  }

  /// Compares each system with every one after it, by each measure, with Holm's correction over all
  /// these comparisons.
  public static func all(
    of systems: [EvaluationResult], measures: [Measure],
    settings: SamplingSettings = SamplingSettings()
  ) -> [SystemComparison] {
    var comparisons: [SystemComparison] = []
    for measure in measures {
      for (index, baseline) in systems.enumerated() {
        for candidate in systems[(index + 1)...] {
          comparisons.append(
            SystemComparison(
              measure: measure, baseline: baseline, candidate: candidate, settings: settings))
        }
      }
    }
    return corrected(comparisons)
  }

  /// The comparisons with `adjustedPValue` set, all of them taken as one family.
  public static func corrected(_ comparisons: [SystemComparison]) -> [SystemComparison] {
    zip(comparisons, HolmCorrection.adjusted(comparisons.map(\.pValue))).map { comparison, p in
      var corrected = comparison
      corrected.adjustedPValue = p
      return corrected
    }
  }
}

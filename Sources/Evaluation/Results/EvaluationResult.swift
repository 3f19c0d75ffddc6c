/// What a system scored over a set of queries.
public struct EvaluationResult: Sendable, Hashable {
  /// The system.
  public var name: String
  /// One result for each query that has judgements, ordered by id (bytes) or as the queries were given.
  public let queries: [QueryResult]
  /// The mean of each measure over all `queries`, an unanswered one counting 0: what trec_eval
  /// reports with `-c`.
  public let means: [String: Double]
  /// Mean recall at each depth, from 1. Empty where the rankings are not known.
  public var recallByDepth: [Double]

  /// What a system scored, by query.
  public init(name: String, queries: [QueryResult], recallByDepth: [Double] = []) {
    self.init(
      name: name, queries: queries, means: Self.means(of: queries), recallByDepth: recallByDepth)
  }

  /// For saved results, of which the values by query may be gone.
  init(name: String, queries: [QueryResult], means: [String: Double], recallByDepth: [Double]) {
    self.name = name
    self.queries = queries
    self.means = means
    self.recallByDepth = recallByDepth
  }

  /// The means over the answered queries only: what trec_eval reports without `-c`.
  public var meansOfAnswered: [String: Double] {
    Self.means(of: queries.filter(\.isAnswered))
  }

  /// The means by kind of query, ordered by kind. Complexity: O(queries · measures).
  public func byKind() -> [(kind: String, count: Int, means: [String: Double])] {
    let groups = Dictionary(grouping: queries, by: \.kind)
    return groups.keys.sortedByBytes().map { kind in
      let members = groups[kind, default: []]
      return (kind, members.count, Self.means(of: members))
    }
  }

  /// The values of one measure by query, those queries left out that lack it.
  ///
  /// - Parameter measure: Its name.
  public func values(of measure: String) -> [String: Double] {
    var values: [String: Double] = [:]
    for query in queries { values[query.id] = query.values[measure] }
    return values
  }

  /// The confidence interval of each mean over all queries, keyed by the measure's name.
  ///
  /// Complexity: O(queries · measures · resamples).
  public func intervals(
    settings: SamplingSettings = SamplingSettings()
  ) -> [String: BootstrapInterval] {
    var intervals: [String: BootstrapInterval] = [:]
    for name in means.keys {
      let values = queries.compactMap { $0.values[name] }
      if !values.isEmpty { intervals[name] = BootstrapInterval(of: values, settings: settings) }
    }
    return intervals
  }

  private static func means(of queries: [QueryResult]) -> [String: Double] {
    var sums: [String: Double] = [:]
    for query in queries {
      for (name, value) in query.values { sums[name, default: 0] += value }
    }
    return sums.mapValues { $0 / Double(queries.count) }
  }
}

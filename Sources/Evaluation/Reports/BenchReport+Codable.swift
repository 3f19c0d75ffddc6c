extension BenchReport: Codable {
  enum CodingKeys: String, CodingKey {
    case dataset, queries, modes, order, kinds, comparisons, perQuery, recallByDepth, milliseconds
    case noAnswer, intervals
    case latency = "latency_ms"
  }

  /// What latencies look like: those of the last mode, then all by mode.
  private struct Latencies: Encodable {
    let main: LatencySummary?
    let modes: [String: LatencySummary]

    func encode(to encoder: any Encoder) throws {
      try main?.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(modes, forKey: .modes)
    }

    enum CodingKeys: String, CodingKey { case modes }
  }

  /// The means over the queries of one kind.
  private struct Kind: Encodable {
    let queries: Int
    let means: [String: Double]
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(dataset, forKey: .dataset)
    try container.encode(queryCount, forKey: .queries)
    try container.encode(modes.map(\.name), forKey: .order)
    try container.encode(byMode { $0.result.means }, forKey: .modes)
    try container.encode(byMode { $0.intervals }, forKey: .intervals)
    try container.encode(byMode { $0.result.queries }, forKey: .perQuery)
    try container.encode(byMode { $0.result.recallByDepth }, forKey: .recallByDepth)
    try container.encode(byMode { $0.milliseconds }, forKey: .milliseconds)
    try container.encode(byMode { $0.refusals }, forKey: .noAnswer)
    try container.encode(comparisons, forKey: .comparisons)
    try container.encode(
      Latencies(main: modes.last?.latency, modes: byMode { $0.latency }), forKey: .latency)
    let kinds = byMode { mode in
      Dictionary(
        mode.result.byKind().map { ($0.kind, Kind(queries: $0.count, means: $0.means)) },
        uniquingKeysWith: { first, _ in first })
    }
    try container.encode(kinds, forKey: .kinds)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func table<Value: Decodable>(_ key: CodingKeys) throws -> [String: Value] {
      try container.decodeIfPresent([String: Value].self, forKey: key) ?? [:]
    }
    let means = try container.decode([String: [String: Double]].self, forKey: .modes)
    let queries: [String: [QueryResult]] = try table(.perQuery)
    let recall: [String: [Double]] = try table(.recallByDepth)
    let milliseconds: [String: [Double]] = try table(.milliseconds)
    let refusals: [String: Refusals] = try table(.noAnswer)
    let intervals: [String: [String: BootstrapInterval]] = try table(.intervals)
    let order = try container.decodeIfPresent([String].self, forKey: .order) ?? []
    // A mode that `order` does not name comes after those that it does.
    let known = order.filter { means[$0] != nil }
    let names = known + Set(means.keys).subtracting(known).sortedByBytes()
    let modes = names.map { name in
      let result = EvaluationResult(
        name: name, queries: queries[name] ?? [], means: means[name] ?? [:],
        recallByDepth: recall[name] ?? [])
      var mode = Mode(
        result: result, milliseconds: milliseconds[name] ?? [], refusals: refusals[name])
      mode.intervals = intervals[name] ?? [:]
      return mode
    }
    self.init(
      dataset: try container.decodeIfPresent(String.self, forKey: .dataset) ?? "",
      queryCount: try container.decodeIfPresent(Int.self, forKey: .queries)
        ?? modes.map(\.result.queries.count).max() ?? 0,
      modes: modes,
      comparisons: try container.decodeIfPresent([SystemComparison].self, forKey: .comparisons)
        ?? [])
  }

  /// A value of each mode that has one, keyed by the mode's name.
  private func byMode<Value>(_ value: (Mode) -> Value?) -> [String: Value] {
    var values: [String: Value] = [:]
    for mode in modes { values[mode.name] = value(mode) }
    return values
  }
}

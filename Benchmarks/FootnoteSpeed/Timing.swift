/// Milliseconds that things take.
enum Timing {
  static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    return try clock.measure { try body() } / .milliseconds(1)
  }

  static func median(_ times: Int, _ body: () throws -> Void) throws -> Double {
    try body()
    let all = try (0..<times).map { _ in try milliseconds(body) }
    return all.sorted()[times / 2]
  }

  static func medianOf(_ times: Int, _ body: () -> Void) -> Double {
    body()
    return (0..<times).map { _ in milliseconds(body) }.sorted()[times / 2]
  }

  /// The distribution of one call for each of `inputs`.
  static func percentiles<Input>(
    _ inputs: [Input], _ body: (Input) throws -> Void
  ) throws -> [String: Double] {
    for input in inputs.prefix(3) { try body(input) }
    let all = try inputs.map { input in try milliseconds { try body(input) } }.sorted()
    func at(_ share: Double) -> Double {
      all.isEmpty ? 0 : all[min(all.count - 1, Int(share * Double(all.count)))]
    }
    return ["p50_ms": at(0.5), "p95_ms": at(0.95), "p99_ms": at(0.99)]
  }
}

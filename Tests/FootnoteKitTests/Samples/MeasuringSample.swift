import FootnoteKit

/// The code of the article "Measuring retrieval".
enum MeasuringSample {
  static func measure(_ folder: String, _ judged: String) async throws -> BenchOutcome {
    // snippet: measure
    let bench = Bench(
      settings: BenchSettings(modes: [.lexical, .hybrid]), base: SessionOptions(root: folder))
    let outcome = try await bench.measure(BenchInput(path: judged, qrels: "test"))
    for mode in outcome.report.modes {
      print(mode.name, mode.result.means["nDCG@10"] ?? 0)
    }
    for warning in outcome.warnings { print(warning) }
    // end
    return outcome
  }
}

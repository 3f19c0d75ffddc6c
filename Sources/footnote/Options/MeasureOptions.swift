import ArgumentParser
import FootnoteKit

/// What is computed, and how tests and intervals draw.
struct MeasureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only this measure, as nDCG@10, MAP, MRR@10, P@5, Recall@100, Rprec, Success@1 (repeatable). "
        + "The first is the one that is compared.", valueName: "name"))
  var measure: [String] = []

  @Option(help: ArgumentHelp("Where tests and intervals begin to draw.", valueName: "number"))
  var seed: UInt64 = 1

  func validate() throws {
    for name in measure where Measure(name) == nil {
      throw ValidationError("there is no measure \(name); nDCG@10, MAP and MRR@10 are some")
    }
  }

  /// All standard ones unless some were named; each once.
  var measures: [Measure] {
    guard !measure.isEmpty else { return Measure.standard }
    var seen: Set<Measure> = []
    return measure.compactMap { Measure($0) }.filter { seen.insert($0).inserted }
  }

  var sampling: SamplingSettings { SamplingSettings(seed: seed) }
}

import ArgumentParser
import FootnoteKit

/// An earlier measurement, and what counts as worse.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Compare with a file that --format json wrote.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Flag(help: "Exit with 1 where something fell since the baseline.")
  var failOnRegression = false

  @Option(help: ArgumentHelp("A mean may fall by so much.", valueName: "number"))
  var tolerance = BaselineComparison.defaultTolerance

  @Option(
    help: ArgumentHelp(
      "A fall counts where its corrected p value is below this; 1 counts every one beyond the "
        + "tolerance.", valueName: "p"))
  var level = 0.05

  func validate() throws {
    if failOnRegression, baseline == nil {
      throw ValidationError("--fail-on-regression needs a --baseline")
    }
    guard tolerance.isFinite, tolerance >= 0 else {
      throw ValidationError("--tolerance takes a number from 0")
    }
    guard (0...1).contains(level) else {
      throw ValidationError("--level takes a number from 0 to 1")
    }
  }
}

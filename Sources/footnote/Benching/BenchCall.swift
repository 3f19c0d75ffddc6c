import FootnoteKit
import Foundation

/// One call of `bench`: every input after the other.
struct BenchCall {
  /// What is compared with a baseline unless measures are named: quality at the top, and reach.
  private static let comparedMeasures: [Measure] = [.nDCG(10), .recall(100)]

  private let command: BenchMeasureCommand
  private let console: Console
  private var modes: [SearchMode] { command.mode.isEmpty ? Self.allModes : command.mode }
  private static let allModes: [SearchMode] = [.lexical, .semantic, .hybrid]

  init(_ command: BenchMeasureCommand, console: Console) {
    self.command = command
    self.console = console
  }

  func run() throws -> ExitStatus {
    // Whatever is wrong with files is said before any time is spent.
    let inputs = try command.input.map { try BenchInput(path: $0, qrels: command.qrels) }
    let unanswerable = try questionsWithoutAnswer()
    if !unanswerable.isEmpty, !inputs.contains(where: \.needsKnowledgeBase) {
      throw ErrorMessage("--no-answer goes with judged questions over a knowledge base")
    }
    let baseline = try command.baseline.baseline.map { try BenchBaseline(file: $0) }
    let bench = Bench(
      settings: settings, base: try command.base.singleSessionOptions(in: console),
      keeping: command.keep.map(absolute))
    let interruption = Interruption()
    var hasFallen = false
    for (index, input) in inputs.enumerated() {
      let outcome = try measure(input, with: bench, unanswerable, interruption)
      let comparison = baseline.flatMap { compare(outcome, with: $0) }
      if index > 0, command.format == .text { try console.output.line() }
      try print(outcome, comparison)
      try writeFiles(outcome, comparison, isOnly: inputs.count == 1)
      if try sayRegressions(comparison, of: input.name) {
        hasFallen = true
      } else if command.baseline.failOnRegression, comparison?.compared ?? 0 == 0 {
        // A gate that compares nothing must not look open.
        throw ErrorMessage(
          "nothing of \(input.name) can be compared with the baseline",
          remedy: "it has another input, other modes or other measures: measure it anew")
      }
    }
    return hasFallen && command.baseline.failOnRegression ? .nothingFound : .found
  }

  private var settings: BenchSettings {
    var settings = BenchSettings(
      modes: modes.enumerated().filter { !modes[..<$0.offset].contains($0.element) }.map(\.element),
      measures: command.measures.measures, depth: command.depth, fusion: command.fusion.resolved,
      comparesAll: command.fusion.exact, sampling: command.measures.sampling)
    settings.needsAllModes = !command.mode.isEmpty || command.base.model != nil
    return settings
  }

  private func questionsWithoutAnswer() throws -> [BenchQuestion] {
    try command.noAnswer.flatMap { path in
      try BenchInput.judgedQueries(path).map { query in
        guard !query.isAnswerable else {
          throw BenchError.unusable(
            path: path, reason: "the question \(query.id) has an answer, so it cannot be refused")
        }
        return BenchQuestion(id: query.id, text: query.text)
      }
    }
  }

  private func measure(
    _ input: BenchInput, with bench: Bench, _ unanswerable: [BenchQuestion],
    _ interruption: Interruption
  ) throws -> BenchOutcome {
    let line = ProgressLine(console)
    defer { line.clear() }
    do {
      return try interruption.guarding { stop in
        try bench.run(input, unanswerable: unanswerable, stop: stop, progress: line.show)
      }
    } catch BenchError.stopped {
      line.clear()
      console.note("stopped")
      throw ExitStatus.interrupted
    }
  }

  // MARK: Results

  private func print(_ outcome: BenchOutcome, _ comparison: BaselineComparison?) throws {
    for warning in outcome.warnings { console.note(warning) }
    switch command.format {
    case .json: try console.output.line(json(outcome, comparison))
    case .text:
      let text = BenchText(palette: console.palette)
      try console.output.write(text.text(of: outcome, comparison))
    }
    try console.output.flush()
  }

  private func compare(
    _ outcome: BenchOutcome, with baseline: BenchBaseline
  ) -> BaselineComparison? {
    guard let old = baseline.report(of: outcome.report.dataset) else {
      console.note("the baseline has nothing of \(outcome.report.dataset)")
      return nil
    }
    let chosen = command.measures.measure.isEmpty
    return BaselineComparison(
      baseline: old, report: outcome.report,
      measures: chosen ? Self.comparedMeasures : command.measures.measures,
      tolerance: command.baseline.tolerance, level: command.baseline.level,
      settings: command.measures.sampling)
  }

  /// Names what fell.
  ///
  /// - Returns: Whether anything did. A mode that was asked for and is not there any more counts.
  private func sayRegressions(_ comparison: BaselineComparison?, of dataset: String) throws -> Bool
  {
    guard let comparison else { return false }
    for fall in comparison.regressions { console.note("\(dataset): " + BenchText.line(of: fall)) }
    let asked = comparison.missing.filter { missing in
      modes.contains { missing.hasPrefix($0.rawValue + " ") }
    }
    for missing in asked {
      console.note("\(dataset): the baseline has \(missing), this run has not")
    }
    return !comparison.regressions.isEmpty || !asked.isEmpty
  }

  private func writeFiles(
    _ outcome: BenchOutcome, _ comparison: BaselineComparison?, isOnly: Bool
  ) throws {
    if let place = command.runOut {
      let files = RunFiles(place: absolute(place), isOnly: isOnly && outcome.runs.count == 1)
      try files.write(outcome.runs, of: outcome.report.dataset)
    }
    for file in command.report.map(absolute) {
      let path = isOnly ? file : Self.path(file, of: outcome.report.dataset)
      try WholeFile.write(
        file.hasSuffix(".json") ? json(outcome, comparison) + "\n" : page(outcome, comparison),
        to: path)
    }
  }

  private func json(_ outcome: BenchOutcome, _ comparison: BaselineComparison?) throws -> String {
    try JSONLine.encode(BenchJSON(outcome, baseline: comparison))
  }

  private func page(_ outcome: BenchOutcome, _ comparison: BaselineComparison?) -> String {
    HTMLReport(
      report: outcome.report, questions: outcome.questions, rankings: outcome.rankings,
      baseline: comparison, remarks: BenchText.remarks(on: outcome)
    ).html
  }

  /// `report.html` of one of several inputs is `report-scifact.html`.
  private static func path(_ page: String, of dataset: String) -> String {
    let url = URL(fileURLWithPath: page)
    let stem = url.deletingPathExtension().path
    return url.pathExtension.isEmpty
      ? "\(stem)-\(dataset)" : "\(stem)-\(dataset).\(url.pathExtension)"
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : console.workingDirectory + "/" + path
  }
}

import FootnoteKit
import TerminalOutput

/// A measurement, for people.
struct BenchText {
  let palette: Palette

  func text(of outcome: BenchOutcome, _ baseline: BaselineComparison?) -> String {
    var blocks = [[Self.heading(of: outcome)]]
    blocks += tables(of: outcome.report)
    if outcome.report.modes.contains(where: { $0.latency != nil }) {
      blocks.append(latency(outcome.report, ranks: outcome.facts.depth))
    }
    let refusals = refusals(outcome)
    if !refusals.isEmpty { blocks.append(refusals) }
    if let baseline { blocks.append(changes(baseline)) }
    return joined(blocks)
  }

  /// Runs of other systems have neither latencies nor an index.
  func text(of report: BenchReport) -> String {
    let heading = "\(report.dataset.plainLine): \(Self.questions(report))"
    return joined([[heading]] + tables(of: report))
  }

  private func joined(_ blocks: [[String]]) -> String {
    var blocks = blocks
    blocks[0] = blocks[0].map(palette.title)
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  // MARK: What was measured

  private static func heading(of outcome: BenchOutcome) -> String {
    "\(outcome.report.dataset.plainLine): \(questions(outcome.report)), \(facts(outcome.facts))"
  }

  /// For the page: what was searched, and with what.
  static func remarks(on outcome: BenchOutcome) -> [String] {
    [
      "footnote \(FootnoteVersion.current): \(facts(outcome.facts))",
      "\(outcome.facts.depth) ranks a question; tests and intervals drawn from seed "
        + "\(outcome.facts.seed)",
    ]
  }

  private static func questions(_ report: BenchReport) -> String {
    NumberText.counted(report.queryCount, "question")
  }

  private static func facts(_ facts: BenchOutcome.Facts) -> String {
    var parts = [
      NumberText.counted(facts.documents, "document"),
      NumberText.counted(facts.passages, "passage"),
    ]
    if let model = facts.model {
      parts.append(model.plainLine)
      if facts.embedded < 1 { parts.append("\(NumberText.percent(facts.embedded)) embedded") }
    }
    return parts.joined(separator: ", ")
  }

  // MARK: Tables

  private func tables(of report: BenchReport) -> [[String]] {
    var blocks = [means(report), Self.intervals(report)]
    if report.modes.contains(where: { $0.result.byKind().count > 1 }) {
      blocks.append(kinds(report))
    }
    if !report.comparisons.isEmpty { blocks.append(report.comparisons.map(Self.line)) }
    return blocks
  }

  private func means(_ report: BenchReport) -> [String] {
    let measures = report.measures
    var table = TextTable(header: [""] + measures)
    for mode in report.modes {
      table.add([mode.name.plainLine] + measures.map { Self.figure(mode.result.means[$0]) })
    }
    return asides(table)
  }

  private static func intervals(_ report: BenchReport) -> [String] {
    guard let measure = mainMeasure(report) else { return [] }
    let parts = report.modes.compactMap { mode in
      mode.intervals[measure].map { "\(mode.name.plainLine) \(range($0))" }
    }
    return ["95 % interval of \(measure): " + parts.joined(separator: ", ")]
  }

  private func kinds(_ report: BenchReport) -> [String] {
    guard let measure = Self.mainMeasure(report), let first = report.modes.first else { return [] }
    let groups = report.modes.map { mode in
      Dictionary(
        mode.result.byKind().map { ($0.kind, $0.means) }, uniquingKeysWith: { first, _ in first })
    }
    var table = TextTable(header: ["\(measure) by kind", "questions"] + report.modes.map(\.name))
    for group in first.result.byKind() {
      let figures = groups.map { Self.figure($0[group.kind]?[measure]) }
      table.add([group.kind.plainLine, NumberText.grouped(group.count)] + figures)
    }
    return asides(table)
  }

  private func latency(_ report: BenchReport, ranks: Int) -> [String] {
    let unit = "milliseconds for \(NumberText.counted(ranks, "hit"))"
    var table = TextTable(header: [unit, "p50", "p95", "p99"])
    for mode in report.modes {
      guard let latency = mode.latency else { continue }
      let figures = [latency.p50, latency.p95, latency.p99]
      table.add([mode.name] + figures.map { NumberText.decimal($0, places: 1) })
    }
    return asides(table)
  }

  private func refusals(_ outcome: BenchOutcome) -> [String] {
    if outcome.lacksEstimates {
      return [BenchOutcome.absentEstimates]
    }
    var table = TextTable(header: ["no answer", "area", "refused", "wrongly refused"])
    for mode in outcome.report.modes {
      guard let refusals = mode.refusals else { continue }
      table.add([
        mode.name, Self.figure(refusals.area),
        "\(refusals.rightlyRefused) of \(refusals.unanswerable)",
        "\(refusals.wronglyRefused) of \(refusals.answerable)",
      ])
    }
    return outcome.report.modes.contains { $0.refusals != nil } ? asides(table) : []
  }

  private func changes(_ baseline: BaselineComparison) -> [String] {
    var table = TextTable(header: ["since the baseline", "before", "after", "change", "p"])
    for change in baseline.comparisons {
      table.add([
        "\(change.candidate) \(change.measure)", Self.figure(change.baselineMean),
        Self.figure(change.candidateMean), Self.signed(change.difference.mean),
        Self.p(change.adjustedPValue ?? change.pValue),
      ])
    }
    return asides(table)
  }

  private func asides(_ table: TextTable) -> [String] {
    table.lines.enumerated().map { $0.offset == 0 ? palette.aside($0.element) : $0.element }
  }

  // MARK: Lines

  private static func line(_ comparison: SystemComparison) -> String {
    let names = "\(comparison.candidate.plainLine) against \(comparison.baseline.plainLine)"
    let corrected = comparison.adjustedPValue.map { ", corrected \(p($0))" } ?? ""
    return "\(names): \(comparison.measure) \(signed(comparison.difference.mean)) "
      + "(\(range(comparison.difference))), better \(comparison.wins), equal \(comparison.ties), "
      + "worse \(comparison.losses); p \(p(comparison.pValue))\(corrected)"
  }

  static func line(of fall: Regression) -> String {
    let chance = fall.adjustedPValue.map { ", p \(p($0))" } ?? ""
    return "\(fall.mode) \(fall.measure) fell from \(figure(fall.before)) to \(figure(fall.after))"
      + chance
  }

  /// By which modes are compared: the first of the report.
  private static func mainMeasure(_ report: BenchReport) -> String? {
    report.comparisons.first?.measure ?? report.measures.first
  }

  private static func figure(_ value: Double?) -> String {
    value.map { NumberText.decimal($0, places: 4) } ?? "-"
  }

  private static func signed(_ value: Double) -> String {
    (value > 0 ? "+" : "") + NumberText.decimal(value, places: 4)
  }

  private static func range(_ interval: BootstrapInterval) -> String {
    "\(figure(interval.lower)) to \(figure(interval.upper))"
  }

  private static func p(_ value: Double) -> String {
    value < 0.0001 ? "< 0.0001" : NumberText.decimal(value, places: 4)
  }
}

internal import FootnoteKit
internal import TerminalOutput

/// Makes what is shown of one measurement.
struct QualityReport {
  private let bench: StoredBench
  private let number: Int
  private var report: BenchReport { bench.report }

  /// Measures that are shown, where the report has them; the rows are compared by the first.
  private static let measures = ["nDCG@10", "MRR@10", "P@5", "Recall@10", "Recall@100"]

  /// - Parameter number: From 1, in the page.
  init(_ bench: StoredBench, number: Int) {
    self.bench = bench
    self.number = number
  }

  var context: QualityContext.Report {
    let known = Set(report.measures)
    let measures = Self.measures.filter(known.contains)
    let main = measures.first
    let best = main.flatMap { measure in
      report.modes.compactMap { mode in mode.result.means[measure].map { (mode.name, $0) } }
        .max { $0.1 < $1.1 }?.0
    }
    return QualityContext.Report(
      id: "report-\(number)", name: report.dataset.plainLine, text: facts, measures: measures,
      intervalLabel: main.map { "\($0), 0 to 1, with its 95 % interval" } ?? "Interval",
      rows: report.modes.map { row($0, measures, isBest: $0.name == best) },
      findings: comparisons + refusals, kinds: main.flatMap(kinds))
  }

  private var facts: String {
    var facts = [NumberText.counted(report.queryCount, "question")]
    if let documents = bench.documents { facts.append(NumberText.counted(documents, "document")) }
    if let passages = bench.passages { facts.append(NumberText.counted(passages, "passage")) }
    var parts = [facts.joined(separator: ", ")]
    if let model = bench.model { parts.append("encoder \(model.plainLine)") }
    if let latency = report.modes.last?.latency {
      parts.append(
        "half of the answers within \(NumberText.duration(latency.p50 / 1000)), 95 % within "
          + NumberText.duration(latency.p95 / 1000))
    }
    return parts.joined(separator: "; ") + "."
  }

  private static func name(of mode: String) -> String {
    switch mode {
    case "lexical": "Words"
    case "semantic": "Meaning"
    case "hybrid": "Both"
    default: mode.plainLine
    }
  }

  // MARK: Measures

  private func row(
    _ mode: BenchReport.Mode, _ measures: [String], isBest: Bool
  ) -> QualityContext.Row {
    QualityContext.Row(
      mode: Self.name(of: mode.name), best: isBest,
      values: measures.map { measure in
        QualityContext.Value(
          text: mode.result.means[measure].map { NumberText.decimal($0, places: 3) } ?? "–",
          range: mode.intervals[measure].map { interval in
            NumberText.decimal(interval.lower, places: 2) + " to "
              + NumberText.decimal(interval.upper, places: 2)
          })
      }, interval: measures.first.flatMap { interval(mode, $0) })
  }

  private func interval(
    _ mode: BenchReport.Mode, _ measure: String
  ) -> QualityContext.Interval? {
    guard let mean = mode.result.means[measure], let interval = mode.intervals[measure] else {
      return nil
    }
    return QualityContext.Interval(
      lower: WhyContext.percent(interval.lower), mean: WhyContext.percent(mean),
      upper: WhyContext.percent(interval.upper))
  }

  // MARK: Sentences

  private var comparisons: [String] {
    report.comparisons.filter { $0.measure == Self.measures[0] }.map { comparison in
      let difference = comparison.difference
      let probability = comparison.adjustedPValue ?? comparison.pValue
      let isSmall = probability < 0.001
      return "\(Self.name(of: comparison.candidate)) against "
        + "\(Self.name(of: comparison.baseline).lowercased()): "
        + "\(Self.signed(difference.mean)) \(comparison.measure) (\(Self.signed(difference.lower)) to "
        + "\(Self.signed(difference.upper))), "
        + (isSmall
          ? "p\u{A0}<\u{A0}0.001" : "p\u{A0}=\u{A0}\(NumberText.decimal(probability, places: 3))")
        + "; better on \(NumberText.counted(comparison.wins, "question")), worse on "
        + "\(comparison.losses), equal on \(comparison.ties)."
    }
  }

  /// `+0.175`, with a sign of its own for less than nothing.
  private static func signed(_ value: Double) -> String {
    let digits = NumberText.decimal(abs(value), places: 3)
    return (value < 0 && digits != "0.000" ? "−" : "+") + digits
  }

  private var refusals: [String] {
    guard let refusals = report.modes.last?.refusals else { return [] }
    return [
      "Refused: \(refusals.rightlyRefused) of \(refusals.unanswerable) questions without an answer, and "
        + "wrongly \(refusals.wronglyRefused) of \(refusals.answerable) with one."
    ]
  }

  // MARK: Kinds

  private func kinds(_ measure: String) -> QualityContext.Kinds? {
    guard let last = report.modes.last else { return nil }
    let kinds = last.result.byKind()
    guard kinds.count > 1 else { return nil }
    return QualityContext.Kinds(
      measure: "\(measure), mean of each kind", modes: report.modes.map { Self.name(of: $0.name) },
      rows: kinds.map { kind in
        QualityContext.KindRow(
          kind: kind.kind.plainLine, questions: NumberText.grouped(kind.count),
          values: report.modes.map { mode in
            mode.result.byKind().first { $0.kind == kind.kind }?.means[measure]
              .map { NumberText.decimal($0, places: 3) } ?? "–"
          })
      })
  }
}

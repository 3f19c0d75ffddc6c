internal import FootnoteKit
internal import TerminalOutput

/// What `why.mustache` reads: what a passage was found by.
struct WhyContext: Sendable {
  struct Signal: Sendable {
    var label: String
    var text: String
    /// 0 to 100, for a bar.
    var percent: String
    /// Whether it is what the passages are ordered by.
    var total: Bool
  }

  var signals: [Signal]
  var reasons: ListContext<String>?

  /// - Parameter bestWords: The best score of the lexical leg in this answer, above 0.
  init(_ signals: Signals, bestWords: Double) {
    let row = { (label: String, value: Double?, top: Double, places: Int) in
      value.map { value in
        Signal(
          label: label, text: NumberText.decimal(value, places: places),
          percent: Self.percent(value / top), total: label == "Fused")
      }
    }
    self.signals = [
      row("Words (BM25)", signals.bm25, bestWords, 1), row("Meaning", signals.cosine, 1, 2),
      row("Tokens", signals.maxSim, 1, 2), row("Coverage", signals.coverage, 1, 2),
      row("Fused", signals.fused, 1, 2),
    ].compactMap(\.self)
    reasons = ListContext(signals.priors.map(Self.sentence))
  }

  /// A share as the length of a bar: `74.3`.
  static func percent(_ share: Double) -> String {
    NumberText.decimal(100 * min(1, max(0, share.isFinite ? share : 0)), places: 1)
  }

  private static func sentence(_ prior: Prior) -> String {
    switch prior {
    case .page: "Lifted: the question names this page."
    case .time: "Lifted: from the time that the question names."
    case .list: "Lowered: it only lists pages."
    case .neighbour: "Lowered: it stands beside a better passage."
    }
  }
}

internal import Foundation

/// Estimates how probably a passage says what a statement says.
///
/// A logistic regression, fitted to the statements of the shipped wiki that link to a line of a source: the
/// passage that holds the line against the other passages that a search of the statement finds. Fitted by
/// `Benchmarks/fitting/support.py`; figures stand in `docs/decisions.md`.
enum SupportEstimate {
  /// From here on a passage alone is enough. Low, since a page says in a few words what a source says in
  /// many: of the passages that statements rightly link to 75 % reach it.
  static let threshold = 0.15

  /// - Parameters:
  ///   - cosine: `nil` where there is no vector.
  ///   - maxSim: See `Signals.maxSim`.
  ///   - coverage: See `Signals.coverage`.
  ///   - numbers: Share of the statement's numbers that the passage has, 0 ... 1; `nil` where it has none.
  static func probability(
    cosine: Double?, maxSim: Double?, coverage: Double, numbers: Double?
  ) -> Double {
    let figures = numbers.map { $0 - 1 } ?? 0
    if let cosine, let maxSim {
      return logistic(
        -7.186 + 2.9 * max(cosine, 0) + 4.839 * max(maxSim, 0) + 4.755 * coverage
          + 1.162 * figures)
    }
    return logistic(-4.925 + 6.421 * coverage + 0.927 * figures)
  }

  private static func logistic(_ x: Double) -> Double {
    1 / (1 + exp(-x))
  }
}

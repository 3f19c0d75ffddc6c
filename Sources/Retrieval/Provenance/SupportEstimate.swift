internal import Foundation

/// Estimates how probably a passage says what a statement says.
///
/// A logistic regression, fitted to the statements of the shipped wiki that link to a line of a source: the
/// passage that holds the line against other passages that a search of the statement finds. Figures and the
/// script are named in `docs/decisions.md`.
enum SupportEstimate {
  /// From here on a statement counts as supported.
  static let threshold = 0.5

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
      return logistic(-9 + 3 * max(cosine, 0) + 10 * max(maxSim, 0) + 4 * coverage + 2 * figures)
    }
    return logistic(-3 + 6 * coverage + 2 * figures)
  }

  private static func logistic(_ x: Double) -> Double {
    1 / (1 + exp(-x))
  }
}

internal import Foundation

/// Estimates how probably a passage is relevant, from what does not depend on the other hits.
///
/// A logistic regression fitted to judged questions; the coefficients and how they were found stand in
/// `docs/decisions.md`. It rises with every signal, so that it never contradicts a leg.
enum RelevanceEstimate {
  /// - Parameters:
  ///   - cosine: `nil` where there is no vector.
  ///   - maxSim: See `Signals.maxSim`.
  ///   - coverage: 0 ... 1, see `Signals.coverage`.
  static func probability(cosine: Double?, maxSim: Double?, coverage: Double) -> Double {
    if let cosine, let maxSim {
      return logistic(-5.255 + 2.581 * max(cosine, 0) + 0.737 * coverage + 6.512 * max(maxSim, 0))
    }
    if let cosine {
      return logistic(-4.0 + 4.0 * max(cosine, 0) + 2.9 * coverage)
    }
    return logistic(-2.7 + 3.4 * coverage)
  }

  private static func logistic(_ x: Double) -> Double {
    1 / (1 + exp(-x))
  }
}

internal import Foundation

/// Estimates how probably the knowledge base answers a question, from how well its tokens are met by the
/// best passages.
///
/// A logistic regression on seven features, fitted to questions with and without an answer; see
/// `docs/ranking.md` for the coefficients' origin and for how far they can be trusted.
struct AnswerabilityEstimate {
  /// Mean rarity of the question's words: what is asked in rare words is seldom there by chance.
  var meanRarity = 0.0
  /// Share of the tokens whose word no passage has.
  var unknownShare = 0.0
  /// Of the best passages the one whose least similar token is most similar.
  var leastToken = 0.0
  /// The same of the lower quarter of the tokens.
  var lowerQuarter = 0.0
  /// Mean score of the first three passages.
  var meanScore = 0.0
  /// Share of the tokens that the first passage hardly has.
  var weakShare = 0.0
  /// Number of tokens that count, kept within what the questions had that this was fitted to: beyond
  /// them a long question would be answered for its length alone.
  var tokens = 0.0

  /// Passages that are looked at.
  static let depth = 10
  private static let weakSimilarity: Float = 0.45
  private static let usualTokens = 3.0...14.0

  /// - Parameters:
  ///   - best: The first `depth` passages of the ranking, best first.
  ///   - rarities: Of the question's tokens.
  ///   - unknown: The rarity of a word that no passage has.
  /// - Returns: `nil` where nothing was compared.
  init?(_ best: [LateInteraction.Comparison], rarities: [Double], unknown: Double) {
    guard let first = best.first, !rarities.isEmpty else { return nil }
    let count = Double(rarities.count)
    tokens = min(max(count, Self.usualTokens.lowerBound), Self.usualTokens.upperBound)
    meanRarity = rarities.reduce(0, +) / count
    unknownShare = Double(rarities.count { $0 >= unknown - 1e-6 }) / count
    leastToken = Double(best.compactMap { $0.tokens.min() }.max() ?? 0)
    lowerQuarter = best.map { Self.lowerQuarter(of: $0.tokens) }.max() ?? 0
    let three = best.prefix(3).map(\.score)
    meanScore = three.reduce(0, +) / Double(three.count)
    weakShare = Double(first.tokens.count { $0 < Self.weakSimilarity }) / count
  }

  /// 0 ... 1.
  var probability: Double {
    let x =
      Self.intercept + Self.weights[0] * meanRarity + Self.weights[1] * leastToken
      + Self.weights[2] * lowerQuarter + Self.weights[3] * meanScore + Self.weights[4] * weakShare
      + Self.weights[5] * unknownShare + Self.weights[6] * tokens
    return 1 / (1 + exp(-x))
  }

  /// In the order in which `probability` names the features.
  private static let weights = [-0.4055, 7.7462, 5.1179, -5.6672, 2.4655, -1.4529, 0.1727]
  private static let intercept = -2.3427

  /// The value below which a quarter lies, between neighbours in proportion.
  private static func lowerQuarter(of values: [Float]) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.indices.last else { return 0 }
    let position = 0.25 * Double(last)
    let low = Int(position)
    let high = min(low + 1, last)
    let share = position - Double(low)
    return Double(sorted[low]) * (1 - share) + Double(sorted[high]) * share
  }
}

internal import Foundation

/// Computes measures.
///
///     let result = Evaluator.evaluate(run, qrels: qrels)
///     result.means["nDCG@10"]
public enum Evaluator {
  /// The value of a measure for one query, between 0 and 1; 0 where nothing is relevant.
  public static func value(of measure: Measure, for ranking: JudgedRanking) -> Double {
    let relevant = ranking.ideal.count
    guard relevant > 0 else { return 0 }
    switch measure {
    case .nDCG(let rank):
      let best = discountedGain(ranking.ideal.prefix(max(0, rank)))
      return best > 0 ? discountedGain(ranking.gains.prefix(max(0, rank))) / best : 0
    case .averagePrecision: return averagePrecision(ranking)
    case .reciprocalRank(let rank):
      let first = ranking.gains.prefix(max(0, rank)).firstIndex { $0 > 0 }
      return first.map { 1 / Double($0 + 1) } ?? 0
    case .precision(let rank): return Double(found(in: ranking, rank)) / Double(max(1, rank))
    case .recall(let rank): return Double(found(in: ranking, rank)) / Double(relevant)
    case .rPrecision: return Double(found(in: ranking, relevant)) / Double(relevant)
    case .success(let rank): return found(in: ranking, rank) > 0 ? 1 : 0
    }
  }

  /// The values of several measures, keyed by their names.
  public static func values(
    of measures: [Measure], for ranking: JudgedRanking
  ) -> [String: Double] {
    Dictionary(
      measures.map { ($0.description, value(of: $0, for: ranking)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Number of relevant documents among the first `rank`.
  private static func found(in ranking: JudgedRanking, _ rank: Int) -> Int {
    ranking.gains.prefix(max(0, rank)).count { $0 > 0 }
  }

  private static func averagePrecision(_ ranking: JudgedRanking) -> Double {
    var (found, sum) = (0, 0.0)
    for (index, gain) in ranking.gains.enumerated() where gain > 0 {
      found += 1
      sum += Double(found) / Double(index + 1)
    }
    return sum / Double(ranking.ideal.count)
  }

  /// Σ gain(rank) / log2(rank + 1), ranks from 1.
  private static func discountedGain(_ gains: ArraySlice<Int>) -> Double {
    var sum = 0.0
    for (index, gain) in gains.enumerated() where gain > 0 {
      sum += Double(gain) / log2(Double(index + 2))
    }
    return sum
  }
}

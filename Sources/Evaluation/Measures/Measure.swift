/// A measure of retrieval quality, for one query between 0 and 1.
///
/// `Evaluator` computes the values; they equal those of trec_eval.
public enum Measure: Sendable, Hashable, CustomStringConvertible {
  /// Normalised discounted cumulative gain of the first ranks, gains linear, discount log2(rank + 1)
  /// (Järvelin and Kekäläinen 2002). trec_eval's `ndcg_cut`.
  case nDCG(Int)
  /// Mean over the relevant documents of the precision at their ranks, 0 for those not retrieved.
  /// trec_eval's `map`.
  case averagePrecision
  /// One over the rank of the first relevant document, 0 where it is not among the first ranks.
  /// trec_eval's `recip_rank` of a run that is cut there.
  case reciprocalRank(Int)
  /// The share of relevant documents among the first ranks, empty ranks counted. trec_eval's `P`.
  case precision(Int)
  /// The share of the relevant documents that stand among the first ranks. trec_eval's `recall`.
  case recall(Int)
  /// Precision at the rank that equals the number of relevant documents. trec_eval's `Rprec`.
  case rPrecision
  /// 1 where a relevant document stands among the first ranks, else 0. trec_eval's `success`.
  case success(Int)

  /// What a report shows unless others are asked for.
  public static let standard: [Measure] = [
    .nDCG(10), .averagePrecision, .reciprocalRank(10), .precision(5), .recall(10), .recall(100),
    .rPrecision, .success(1),
  ]

  /// The measure of this name, in any case: `nDCG@10`, `MAP`, `MRR@10`, `P@5`, `Recall@100`, `Rprec`,
  /// `Success@1`. Nil where there is none or the rank is not 1 or more.
  public init?(_ name: String) {
    let parts = name.lowercased().split(separator: "@", omittingEmptySubsequences: false)
    guard let first = parts.first else { return nil }
    switch (first, parts.count) {
    case ("map", 1): self = .averagePrecision
    case ("rprec", 1): self = .rPrecision
    case (_, 2):
      guard let rank = Int(parts[1]), rank >= 1, parts[1].first != "+" else { return nil }
      switch first {
      case "ndcg": self = .nDCG(rank)
      case "mrr": self = .reciprocalRank(rank)
      case "p": self = .precision(rank)
      case "recall": self = .recall(rank)
      case "success": self = .success(rank)
      default: return nil
      }
    default: return nil
    }
  }

  /// The name that `init(_:)` reads.
  public var description: String {
    switch self {
    case .nDCG(let rank): "nDCG@\(rank)"
    case .averagePrecision: "MAP"
    case .reciprocalRank(let rank): "MRR@\(rank)"
    case .precision(let rank): "P@\(rank)"
    case .recall(let rank): "Recall@\(rank)"
    case .rPrecision: "Rprec"
    case .success(let rank): "Success@\(rank)"
    }
  }
}

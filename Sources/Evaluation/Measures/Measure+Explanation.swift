extension Measure {
  /// What the measure says, in a sentence for people who do not know it.
  public var explanation: String {
    switch self {
    case .nDCG(let rank):
      "How much of the best possible gain the first \(rank) hold; higher grades and higher ranks "
        + "count more."
    case .averagePrecision:
      "Precision at the rank of each relevant result, averaged; one that is not found adds 0."
    case .reciprocalRank(let rank):
      "One over the rank of the first relevant result, 0 where it is not among the first \(rank)."
    case .precision(let rank): "The share of relevant results among the first \(rank)."
    case .recall(let rank): "The share of all that is relevant found among the first \(rank)."
    case .rPrecision: "Precision at the rank that equals the number of relevant results."
    case .success(let rank):
      rank == 1
        ? "The share of queries whose first result is relevant."
        : "The share of queries with a relevant result among the first \(rank)."
    }
  }
}

/// The second stage of the ranking: the best candidates ordered by words, by meaning as a whole, and by
/// meaning token by token.
///
/// Each of the three is brought to [0, 1] between the least and the most that a candidate has, and
/// their weighted sum is the fused score. Constants were chosen on judged questions; see
/// `docs/ranking.md`.
public struct Reranking: Sendable, Hashable {
  /// Number of candidates that are ranked anew.
  public var depth: Int
  /// Share of meaning against words, 0 ... 1.
  public var weight: Double
  /// Within meaning the share of the tokens against the whole, 0 ... 1.
  public var tokenShare: Double
  /// What a passage loses, 0 ... 1, for a better one just before or behind it in the same document:
  /// who opens that one reads on.
  public var neighbourLoss: Double

  /// The usual values, as far as they are not given.
  public init(
    depth: Int = 200, weight: Double = 0.8, tokenShare: Double = 0.7, neighbourLoss: Double = 0.2
  ) {
    self.depth = depth
    self.weight = weight
    self.tokenShare = tokenShare
    self.neighbourLoss = neighbourLoss
  }

  /// Ranks the first `depth` candidates anew; the rest follow them in their order.
  ///
  /// - Parameters:
  ///   - candidates: Best first, with `fused` of the first stage.
  ///   - maxSim: For each of the first `depth` its score by tokens; `nil` where it has none, and it is
  ///     then taken to be as near as it is as a whole.
  /// - Complexity: O(n log n).
  package func rerank(
    _ candidates: [Fusion.Candidate], maxSim: [Double?]
  ) -> [Fusion.Candidate] {
    var head = Array(candidates.prefix(maxSim.count))
    guard !head.isEmpty, maxSim.contains(where: { $0 != nil }) else { return candidates }
    let words = Scale(head.map(\.allWords) + [0])
    let whole = Scale(head.compactMap(\.cosine))
    let tokens = Scale(maxSim.compactMap(\.self))
    let last = head[head.count - 1].fused
    for index in head.indices {
      head[index].maxSim = maxSim[index]
      let lexical = words.unit(head[index].allWords)
      let cosine = head[index].cosine.map(whole.unit) ?? lexical
      let late = maxSim[index].map(tokens.unit) ?? cosine
      let dense = tokenShare * late + (1 - tokenShare) * cosine
      head[index].fused = head[index].prior * (weight * dense + (1 - weight) * lexical)
    }
    head = Fusion.sorted(head)
    return head + following(candidates.dropFirst(head.count), last: last, after: head)
  }

  /// What was not ranked anew, on the scale of what was.
  private func following(
    _ rest: ArraySlice<Fusion.Candidate>, last: Double, after head: [Fusion.Candidate]
  ) -> [Fusion.Candidate] {
    let least = head[head.count - 1].fused
    return rest.map { candidate in
      var candidate = candidate
      candidate.fused = last > 0 ? min(1, candidate.fused / last) * least : 0
      return candidate
    }
  }

  /// A line through the least and the most of some values.
  private struct Scale {
    private let low: Double
    private let high: Double

    init(_ values: [Double]) {
      low = values.min() ?? 0
      high = values.max() ?? 0
    }

    /// 0 ... 1; 1 where all values are equal.
    func unit(_ value: Double) -> Double {
      high > low ? (value - low) / (high - low) : 1
    }
  }
}

/// How the scores of the two legs become one.
public enum Fusion: Sendable, Hashable {
  /// The weighted sum at its default weight finds candidates; the best of them are compared with the
  /// question token by token and ranked anew. See `LateInteraction`.
  case lateInteraction(Reranking)
  /// A convex combination of scores brought to [0, 1] from each leg's theoretical minimum
  /// (TM2C2 of Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", 2022):
  /// `weight` times the dense one plus `1 - weight` times the lexical one, `weight` in 0 ... 1.
  case weightedSum(weight: Double)
  /// Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): the sum of `1 / (k + rank)`.
  case reciprocalRank(k: Double)

  /// Chosen on judged questions; see `docs/ranking.md`.
  public static let `default` = Fusion.lateInteraction(Reranking())
  /// Weight of meaning against words, 0 ... 1; see `docs/ranking.md`.
  public static let defaultWeight = 0.6

  /// A passage with its scores.
  package struct Candidate: Sendable, Hashable {
    package var passage: Int64
    /// 0 where the lexical leg did not find it.
    package var bm25: Double
    /// The same for the question with its function words, which decides among the best.
    package var allWords: Double
    /// `nil` where it has no vector.
    package var cosine: Double?
    /// See `Signals.maxSim`.
    package var maxSim: Double?
    /// See `Signals.coverage`.
    package var coverage = 0.0
    /// What the fused score is multiplied by, whatever the question.
    package var prior = 1.0
    package var fused = 0.0
    /// See `Signals.priors`.
    package var reasons: [Prior] = []

    package init(
      passage: Int64, bm25: Double, cosine: Double? = nil, coverage: Double = 0
    ) {
      self.passage = passage
      self.bm25 = bm25
      allWords = bm25
      self.cosine = cosine
      self.coverage = coverage
    }
  }

  /// The prior of a passage that only lists pages; chosen on judged questions, see `docs/decisions.md`.
  static let navigationalPrior = 0.5

  /// The least that BM25 and the cosine of a useful pair can be. A cosine of 0 stands for unrelated text;
  /// nothing below it is ever worth showing.
  private static let minimumCosine = 0.0

  /// Sets `fused` and sorts, best first; equal scores by passage id.
  ///
  /// A leg that no candidate has a score of counts nothing, so that the other one decides. A candidate
  /// that is not encoded yet is taken to be as near in meaning as it is in words: anything less would put
  /// all that is encoded before all that is not.
  ///
  /// Complexity: O(n log n).
  package func fuse(_ candidates: [Candidate]) -> [Candidate] {
    var result = candidates
    switch self {
    case .lateInteraction:
      return Self.weightedSum(weight: Self.defaultWeight).fuse(candidates)
    case .weightedSum(let weight):
      let bestLexical = result.lazy.map(\.bm25).max() ?? 0
      let bestCosine = result.lazy.compactMap(\.cosine).max() ?? 0
      for index in result.indices {
        let lexical = bestLexical > 0 ? result[index].bm25 / bestLexical : 0
        let cosine = result[index].cosine.map { max($0, Self.minimumCosine) }
        let dense = bestCosine > 0 ? cosine.map { $0 / bestCosine } ?? lexical : 0
        result[index].fused = weight * dense + (1 - weight) * lexical
      }
    case .reciprocalRank(let k):
      add(to: &result, by: { $0.bm25 > 0 ? $0.bm25 : nil }, k: k)
      add(to: &result, by: \.cosine, k: k)
    }
    for index in result.indices { result[index].fused *= result[index].prior }
    return Self.sorted(result)
  }

  static func sorted(_ candidates: [Candidate]) -> [Candidate] {
    // Whole candidates are moved once only.
    var order = candidates.indices.map {
      (fused: candidates[$0].fused, passage: candidates[$0].passage, place: $0)
    }
    order.sort { ($1.fused, $0.passage) < ($0.fused, $1.passage) }
    return order.map { candidates[$0.place] }
  }

  private func add(
    to candidates: inout [Candidate], by score: (Candidate) -> Double?, k: Double
  ) {
    let ranked = candidates.indices.compactMap { index in
      score(candidates[index]).map { (index: index, score: $0) }
    }.sorted { left, right in
      (right.score, candidates[left.index].passage) < (left.score, candidates[right.index].passage)
    }
    for (position, item) in ranked.enumerated() {
      candidates[item.index].fused += 1 / (k + Double(position) + 1)
    }
  }
}

import Retrieval
import Testing

struct RerankingTests {
  private func candidates(_ scores: [(bm25: Double, cosine: Double?)]) -> [Fusion.Candidate] {
    scores.enumerated().map { index, score in
      Fusion.Candidate(passage: Int64(index + 1), bm25: score.bm25, cosine: score.cosine)
    }
  }

  @Test func isTheWeightedSumOfThree() {
    let stage = Reranking(weight: 0.75, tokenShare: 0.6, neighbourLoss: 0)
    let ranked = stage.rerank(
      candidates([(4, 0.5), (2, 0.9), (0, 0.1)]), maxSim: [0.2, 0.4, 0.6])
    // Words 1, 0.5, 0; whole 0.5, 1, 0; tokens 0, 0.5, 1.
    let expected: [Int64: Double] = [
      1: 0.75 * (0.6 * 0 + 0.4 * 0.5) + 0.25 * 1,
      2: 0.75 * (0.6 * 0.5 + 0.4 * 1) + 0.25 * 0.5,
      3: 0.75 * (0.6 * 1 + 0.4 * 0),
    ]
    #expect(ranked.map(\.passage) == [2, 3, 1])
    for candidate in ranked {
      #expect(abs(candidate.fused - (expected[candidate.passage] ?? -1)) < 1e-9)
    }
    #expect(ranked.map(\.maxSim) == [0.4, 0.6, 0.2])
  }

  @Test func whatIsNotRankedAnewFollowsInItsOrder() {
    var all = candidates((0..<10).map { (Double(10 - $0), 0.9 - 0.05 * Double($0)) })
    all = Fusion.weightedSum(weight: 0.5).fuse(all)
    let ranked = Reranking(depth: 4).rerank(all, maxSim: [0.1, 0.2, 0.3, 0.4])
    #expect(ranked.count == 10)
    #expect(Set(ranked.prefix(4).map(\.passage)) == [1, 2, 3, 4])
    #expect(ranked.dropFirst(4).map(\.passage) == [5, 6, 7, 8, 9, 10])
    #expect(zip(ranked, ranked.dropFirst()).allSatisfy { $0.fused >= $1.fused })
  }

  @Test func withoutTokensNothingChanges() {
    let all = Fusion.weightedSum(weight: 0.5).fuse(candidates([(3, 0.2), (1, 0.8)]))
    #expect(Reranking().rerank(all, maxSim: [nil, nil]) == all)
    #expect(Reranking().rerank([], maxSim: []).isEmpty)
  }

  /// While an index is being encoded, what matches word for word must not fall behind all that
  /// happens to be encoded.
  @Test func whatIsNotEncodedYetIsJudgedByItsWords() {
    let scores: [(bm25: Double, cosine: Double?)] = [(9, nil), (0, 0.3), (1, 0.35), (0, 0.2)]
    let fused = Fusion.default.fuse(candidates(scores))
    #expect(fused.first?.passage == 1)
    let ranked = Reranking().rerank(fused, maxSim: [nil, 0.3, 0.2, 0.1])
    #expect(ranked.first?.passage == 1)
  }
}

import LinearAlgebra
import Testing

@Suite struct ShortlistTests {
  @Test(arguments: [1, 2, 50, 999, 5000]) func keepsWhatTopKKeeps(limit: Int) {
    // Few distinct scores, so that ties abound.
    let scores = Sample.floats(1000, scale: 9).map { $0.rounded() } + [.nan, -.infinity]
    var list = Shortlist(limit)
    for index in scores.indices.reversed() { list.offer(scores[index], at: index) }
    #expect(Set(list.kept) == Set(TopK.select(limit, from: scores)))
    var (first, second) = (Shortlist(limit), Shortlist(limit))
    for (index, score) in scores.enumerated() {
      if index % 3 == 0 { first.offer(score, at: index) } else { second.offer(score, at: index) }
    }
    first.merge(second)
    #expect(Set(first.kept) == Set(list.kept))
  }
}

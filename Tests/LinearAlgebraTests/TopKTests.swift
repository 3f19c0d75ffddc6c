import LinearAlgebra
import Testing

@Suite struct TopKTests {
  @Test(arguments: [0, 1, 2, 10, 100, 5000]) func equalsSorting(limit: Int) {
    // Few distinct scores, so that ties abound.
    let scores = Sample.floats(1000, scale: 20).map { $0.rounded() }
    let order = scores.indices.sorted {
      scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1
    }
    #expect(TopK.select(limit, from: scores).map(\.index) == Array(order.prefix(limit)))
    let even = order.filter { $0 % 2 == 0 }.prefix(limit)
    let found = TopK.select(limit, from: scores) { $0 % 2 == 0 }
    #expect(found.map(\.index) == Array(even))
    #expect(found.allSatisfy { $0.score == scores[$0.index] })
  }

  @Test func orderOfArrivalDoesNotMatter() {
    let scores: [Float] = [1, 3, 2, 3, 1, 3, 2]
    for arrival in [
      Array(scores.indices), Array(scores.indices.reversed()), [3, 0, 6, 5, 1, 2, 4],
    ] {
      var best = TopK(3)
      for index in arrival {
        best.offer(scores[index], at: index)
      }
      #expect(best.sorted.map(\.index) == [1, 3, 5])
    }
  }

  @Test func scoresThatAreNoNumbers() {
    let found = TopK.select(4, from: [.nan, -.infinity, .infinity, .nan, 0])
    #expect(found.map(\.index) == [2, 4, 1])
  }

  @Test func negativeLimit() {
    #expect(TopK.select(-1, from: [1, 2]).isEmpty)
  }
}

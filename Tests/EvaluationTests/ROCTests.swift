import Evaluation
import Testing

struct ROCTests {
  @Test func byHand() {
    #expect(ROC.area(positives: [3, 4], negatives: [1, 2]) == 1)
    #expect(ROC.area(positives: [1, 2], negatives: [3, 4]) == 0)
    #expect(ROC.area(positives: [1, 3], negatives: [2, 2]) == 0.5)
    #expect(ROC.area(positives: [2, 3], negatives: [2, 1]) == 3.5 / 4)
    #expect(ROC.area(positives: [1, 1], negatives: [1, 1, 1]) == 0.5)
    #expect(ROC.area(positives: [], negatives: [1]) == 0.5)
    #expect(ROC.area(positives: [1], negatives: []) == 0.5)
  }

  @Test func isSymmetricAndEqualsCountingPairs() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<50 {
      let sample = { (count: Int) in
        (0..<count).map { _ in Double(Int.random(in: 0...8, using: &generator)) }
      }
      let (positives, negatives) = (sample(13), sample(9))
      var wins = 0.0
      for positive in positives {
        for negative in negatives {
          wins += positive > negative ? 1 : positive == negative ? 0.5 : 0
        }
      }
      let area = ROC.area(positives: positives, negatives: negatives)
      #expect(abs(area - wins / 117) < 1e-12)
      #expect(abs(area + ROC.area(positives: negatives, negatives: positives) - 1) < 1e-12)
    }
  }
}

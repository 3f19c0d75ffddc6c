import Evaluation
import Testing

struct HolmCorrectionTests {
  @Test func byHand() {
    #expect(HolmCorrection.adjusted([]) == [])
    #expect(HolmCorrection.adjusted([0.5]) == [0.5])
    #expect(HolmCorrection.adjusted([0.25, 0.125, 0.75]) == [0.5, 0.375, 0.75])
    // The middle one, 0.25 times 2, may not fall below the smallest one times 3.
    #expect(HolmCorrection.adjusted([0.25, 0.1875, 1]) == [0.5625, 0.5625, 1])
    #expect(HolmCorrection.adjusted([0.5, 0.5, 0.5]) == [1, 1, 1])
  }

  @Test func isMonotoneAndNeverBelowTheValue() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<100 {
      let p = (0..<Int.random(in: 1...12, using: &generator))
        .map { _ in Double.random(in: 0...1, using: &generator) }
      let adjusted = HolmCorrection.adjusted(p)
      for (i, value) in p.enumerated() {
        #expect(adjusted[i] >= value && adjusted[i] <= 1)
        #expect(adjusted[i] <= min(1, value * Double(p.count)) || p.min() != value)
        for (j, other) in p.enumerated() where value < other {
          #expect(adjusted[i] <= adjusted[j])
        }
      }
    }
  }
}

import Evaluation
import Testing

struct RandomisationTestTests {
  @Test func identicalSystemsHaveProbabilityOne() {
    #expect(RandomisationTest.pValue(differences: []) == 1)
    #expect(RandomisationTest.pValue(differences: [Double](repeating: 0, count: 300)) == 1)
    #expect(RandomisationTest.pValue(differences: [1e-10, -1e-11]) == 1)
  }

  @Test func smallSamplesAreCountedExactly() {
    // Sums of ±1 ±2 ±3: 6, 4, 2, 0, 0, -2, -4, -6.
    #expect(RandomisationTest.pValue(differences: [1, 2, 3]) == 2.0 / 8)
    #expect(RandomisationTest.pValue(differences: [-1, 2, 3]) == 4.0 / 8)
    #expect(RandomisationTest.pValue(differences: [1, 2, -3]) == 1)
    #expect(RandomisationTest.pValue(differences: [1, 0, 2, 0, 3]) == 2.0 / 8)
    let sixteen = [Double](repeating: 0.25, count: 16)
    #expect(RandomisationTest.pValue(differences: sixteen) == 2.0 / 65536)
  }

  @Test func sumsThatDifferOnlyByRoundingAreEqual() {
    // 0.1 + 0.2 is not 0.3 in binary: an exact comparison finds 16 of the 22 assignments.
    #expect(RandomisationTest.pValue(differences: [0.1, 0.2, -0.3]) == 1)
    #expect(RandomisationTest.pValue(differences: [-0.3, 0.1, 0.1, 0.2, 0.2]) == 22.0 / 32)
  }

  @Test func largeSamplesAgreeWithTheBinomialDistribution() {
    // 24 differences of one size, 17 of them positive: |sum| >= 10 needs at most 7 or at least 17.
    let differences = (0..<24).map { $0 < 17 ? 0.5 : -0.5 }
    var (choose, tail) = (1.0, 1.0)
    for k in 1...7 {
      choose *= Double(24 - k + 1) / Double(k)
      tail += choose
    }
    let exact = 2 * tail / 16_777_216
    let p = RandomisationTest.pValue(differences: differences)
    #expect(abs(p - exact) < 0.003)
    let other = RandomisationTest.pValue(differences: differences, seed: 2)
    #expect(other != p)
    #expect(abs(other - exact) < 0.003)
  }

  @Test func sampledProbabilitiesAreNeverZero() {
    let differences = [Double](repeating: 1, count: 200)
    #expect(RandomisationTest.pValue(differences: differences, permutations: 999) == 0.001)
    #expect(RandomisationTest.pValue(differences: differences, permutations: 0) == 1)
  }

  @Test func directionDoesNotMatterAndFiguresRepeat() {
    var generator = SeededGenerator(seed: 9)
    for count in [5, 16, 17, 64, 65, 130] {
      let differences = (0..<count).map { _ in Double.random(in: -1...1.3, using: &generator) }
      let p = RandomisationTest.pValue(differences: differences, permutations: 2000)
      #expect((0...1).contains(p))
      #expect(RandomisationTest.pValue(differences: differences, permutations: 2000) == p)
      let turned = RandomisationTest.pValue(differences: differences.map(-), permutations: 2000)
      #expect(turned == p)
    }
  }

  @Test func underTheNullHypothesisProbabilitiesAreUniform() {
    var generator = SeededGenerator(seed: 4)
    var below = 0
    for _ in 0..<400 {
      let differences = (0..<30).map { _ in Double.random(in: -1...1, using: &generator) }
      if RandomisationTest.pValue(differences: differences, permutations: 400) <= 0.1 {
        below += 1
      }
    }
    // 40 expected, standard deviation 6.
    #expect((20...60).contains(below))
  }
}

import Evaluation
import Testing

struct BootstrapIntervalTests {
  @Test func withoutVariationTheIntervalIsThePoint() {
    let interval = BootstrapInterval(of: [0.5, 0.5, 0.5])
    #expect(interval == BootstrapInterval(mean: 0.5, lower: 0.5, upper: 0.5))
    #expect(BootstrapInterval(of: []) == BootstrapInterval(mean: 0, lower: 0, upper: 0))
    #expect(BootstrapInterval(of: [0.3]) == BootstrapInterval(mean: 0.3, lower: 0.3, upper: 0.3))
  }

  @Test func widthIsThatOfTheNormalApproximation() {
    var generator = SeededGenerator(seed: 5)
    let values = (0..<400).map { _ in Double.random(in: 0...1, using: &generator) }
    let interval = BootstrapInterval(of: values)
    let variance = values.map { ($0 - interval.mean) * ($0 - interval.mean) }.reduce(0, +) / 400
    let half = 1.96 * (variance / 400).squareRoot()
    #expect(abs(interval.lower - (interval.mean - half)) < half * 0.1)
    #expect(abs(interval.upper - (interval.mean + half)) < half * 0.1)
  }

  @Test func settingsMatterAndFiguresRepeat() {
    let values = (0..<50).map { Double($0 % 7).squareRoot() }
    let interval = BootstrapInterval(of: values)
    #expect(interval == BootstrapInterval(of: values))
    #expect(interval != BootstrapInterval(of: values, settings: SamplingSettings(seed: 2)))
    let narrow = BootstrapInterval(of: values, settings: SamplingSettings(confidence: 0.5))
    #expect(narrow.lower > interval.lower && narrow.upper < interval.upper)
    #expect(narrow.lower <= narrow.mean && narrow.mean <= narrow.upper)
  }
}

import Evaluation
import Testing

struct RefusalsTests {
  @Test func countsBelowTheThreshold() {
    let refusals = Refusals(
      answerable: [0.9, 0.5, 0.2], unanswerable: [0.1, 0.5], threshold: 0.5)
    #expect(
      refusals
        == Refusals(
          unanswerable: 2, rightlyRefused: 1, answerable: 3, wronglyRefused: 1, area: 4.5 / 6))
    #expect(refusals.refusedShare == 0.5)
  }

  @Test func withoutUnanswerableQuestions() {
    let refusals = Refusals(answerable: [0.9], unanswerable: [], threshold: 0.5)
    #expect(refusals.area == nil)
    #expect(refusals.refusedShare == nil)
  }
}

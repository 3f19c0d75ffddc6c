import Evaluation
import Testing

struct EvaluationErrorTests {
  @Test func messages() {
    let error = EvaluationError.malformed(file: nil, line: 3, reason: "no")
    #expect(error.message == "line 3: no")
    #expect(error.inFile("a b.tsv").message == "a b.tsv:3: no")
    #expect(error.inFile("a").inFile("b") == error.inFile("a"))
    let unreadable = EvaluationError.unreadable(file: "x.json", reason: "no such file")
    #expect(unreadable.message == "x.json: no such file")
    #expect(unreadable.inFile("y") == unreadable)
  }
}

import Evaluation
import Testing

struct QrelsTests {
  @Test func readsTREC() throws {
    let qrels = try Qrels(trec: "q1 0 d1 2\nq1\t0\td2  -1\n\n  q2 Q0 d1 0\n")
    #expect(qrels.grades == ["q1": ["d1": 2, "d2": -1], "q2": ["d1": 0]])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func readsEveryLineEndAndAByteOrderMark(end: String) throws {
    let text = "\u{FEFF}" + ["q1 0 d1 2", "", "q1 0 d2 1"].joined(separator: end)
    #expect(try Qrels(trec: text).grades == ["q1": ["d1": 2, "d2": 1]])
  }

  @Test func onlyPlainWhiteSpaceSeparates() throws {
    let qrels = try Qrels(trec: "q\u{A0}1 0 d\u{2028}1\u{3000} 1\n")
    #expect(qrels.grades == ["q\u{A0}1": ["d\u{2028}1\u{3000}": 1]])
  }

  @Test(arguments: [
    (
      "q1 0 d1 1\nq1 0 d2\n", 2,
      "expected 4 fields (query iteration document grade), found 3"
    ),
    ("\r\n\r\nq1 0 d1 1 x", 3, "expected 4 fields (query iteration document grade), found 5"),
    ("q1 0 d1 1.5", 1, "the grade is not a whole number: 1.5"),
    (
      "q1 0 d1 1\nq2 0 d1 1\n\nq1 0 d1 2", 4,
      "document d1 was judged for query q1 on line 1 already"
    ),
  ])
  func malformedTREC(text: String, line: Int, reason: String) {
    #expect(throws: EvaluationError.malformed(file: nil, line: line, reason: reason)) {
      try Qrels(trec: text)
    }
  }

  @Test func readsBEIR() throws {
    let qrels = try Qrels(
      beir: "\u{FEFF}query-id\tcorpus-id\tscore\r\nq 1\td 1\t1\r\nq 1\td2\t0\r\n")
    #expect(qrels.grades == ["q 1": ["d 1": 1, "d2": 0]])
  }

  @Test(arguments: [
    ("q1\td1\t1\n", 1, "expected the header query-id, corpus-id, score"),
    (
      "query-id\tcorpus-id\tscore\nq1 d1 1\n", 2,
      "expected query-id, corpus-id and score separated by tabs"
    ),
    (
      "query-id\tcorpus-id\tscore\n\td1\t1\n", 2,
      "expected query-id, corpus-id and score separated by tabs"
    ),
    ("query-id\tcorpus-id\tscore\n\nq1\td1\tx\n", 3, "the grade is not a whole number: x"),
  ])
  func malformedBEIR(text: String, line: Int, reason: String) {
    #expect(throws: EvaluationError.malformed(file: nil, line: line, reason: reason)) {
      try Qrels(beir: text)
    }
  }

  @Test func writesWhatItReads() throws {
    let qrels = Qrels(grades: ["q2": ["b": 1, "a": -1], "q10": ["文書": 3]])
    #expect(qrels.trec == "q10 0 文書 3\nq2 0 a -1\nq2 0 b 1\n")
    #expect(try Qrels(trec: qrels.trec) == qrels)
    #expect(Qrels(grades: ["q": ["a b\tc": 1]]).trec == "q 0 a%20b%09c 1\n")
  }
}

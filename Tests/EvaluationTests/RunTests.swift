import Evaluation
import Testing

struct RunTests {
  @Test func readsTREC() throws {
    let run = try Run(trec: "q1 Q0 d1 1 0.5 bm25\r\n\r\nq1\tQ0\td2\t9\t1e3\tother\r\n")
    #expect(run.name == "bm25")
    #expect(
      run.entries == [
        "q1": [Run.Entry(document: "d1", score: 0.5), Run.Entry(document: "d2", score: 1000)]
      ])
    #expect(run.ranking(of: "q1") == ["d2", "d1"])
    #expect(run.ranking(of: "q2") == [])
  }

  @Test(arguments: [
    (
      "q1 Q0 d1 1 0.5\n", 1,
      "expected 6 fields (query Q0 document rank score tag), found 5"
    ),
    ("\nq1 Q0 d1 1 high t\n", 2, "the score is not a number: high"),
    ("q1 Q0 d1 1 nan t\n", 1, "the score is not a number: nan"),
    (
      "q1 Q0 d1 1 2 t\nq2 Q0 d1 1 2 t\nq1 Q0 d1 2 1 t\n", 3,
      "document d1 stands for query q1 on line 1 already"
    ),
  ])
  func malformed(text: String, line: Int, reason: String) {
    #expect(throws: EvaluationError.malformed(file: nil, line: line, reason: reason)) {
      try Run(trec: text)
    }
  }

  @Test func equalScoresAreOrderedByBytesDescending() {
    let names = ["B", "a", "é", "\u{FFEE}", "😀", "a0"]
    let run = Run(
      name: "t", entries: ["q": names.map { Run.Entry(document: $0, score: 1) }])
    // In UTF-16 the emoji would come before U+FFEE.
    #expect(run.ranking(of: "q") == ["😀", "\u{FFEE}", "é", "a0", "a", "B"])
  }

  @Test func scoresAreComparedAsFloats() {
    let run = Run(
      name: "t",
      entries: [
        "q": [
          Run.Entry(document: "a", score: 16_777_216.9),
          Run.Entry(document: "b", score: 16_777_216.1),
          Run.Entry(document: "c", score: 16_777_219),
        ]
      ])
    // a and b are both 16777216 as floats; as doubles a would come first.
    #expect(run.ranking(of: "q") == ["c", "b", "a"])
  }

  @Test func writesWhatItReads() throws {
    let run = Run(
      name: "my run",
      entries: [
        "q2": [Run.Entry(document: "x", score: 0.1), Run.Entry(document: "a b.md:3", score: 2)],
        "q1": [Run.Entry(document: "文", score: -1e-7)],
      ])
    #expect(
      run.trec == """
        q1 Q0 文 1 -1e-07 my%20run
        q2 Q0 a%20b.md:3 1 2.0 my%20run
        q2 Q0 x 2 0.1 my%20run

        """)
    let again = try Run(trec: run.trec)
    #expect(again.ranking(of: "q2") == ["a%20b.md:3", "x"])
    #expect(again.trec == run.trec.replacing("my%20run", with: again.name))
  }

  @Test func anEmptyTextIsAnEmptyRun() throws {
    let run = try Run(trec: "\n\n")
    #expect(run.name == "")
    #expect(run.entries.isEmpty)
  }
}

import FootnoteKit
import Foundation
import Testing

/// Judging files and the way through them.
struct JudgingTests {
  private func passage(_ line: Int, hash: String, grade: Int? = nil) -> JudgingPassage {
    JudgingPassage(
      citation: Citation(path: "raw/a.md", lines: line...line), place: ["A"], hash: hash,
      text: "text \(line)", grade: grade)
  }

  private var file: JudgingFile {
    JudgingFile(questions: [
      JudgingQuestion(
        id: "1", kind: "factoid", text: "one?",
        passages: [passage(1, hash: "a"), passage(2, hash: "b")]),
      JudgingQuestion(id: "2", kind: "other", text: "two?", passages: [passage(3, hash: "c")]),
    ])
  }

  @Test func gradesOneAfterTheOther() {
    var walk = JudgingWalk(file)
    walk.grade(2)
    walk.skip()
    #expect(walk.current == JudgingWalk.Place(question: 1, passage: 0))
    walk.grade(0)
    #expect(walk.current == nil)
    #expect(walk.file.questions[0].passages.map(\.grade) == [2, nil])
    #expect(walk.file.questions[1].passages.map(\.grade) == [0])
    // What was skipped comes again.
    #expect(JudgingWalk(walk.file).current == JudgingWalk.Place(question: 0, passage: 1))
  }

  @Test func takesBack() {
    var walk = JudgingWalk(file)
    let atStart = walk.undo()
    #expect(!atStart)
    walk.grade(3)
    walk.nextQuestion()
    let first = walk.undo()
    let second = walk.undo()
    #expect(first && second)
    #expect(walk.file == file)
    #expect(walk.current == JudgingWalk.Place(question: 0, passage: 0))
  }

  @Test func mergingKeepsGrades() {
    var graded = file
    graded.questions[0].passages[1].grade = 1
    var moved = passage(7, hash: "b")
    moved.place = ["B"]
    graded.merge([
      JudgingQuestion(
        id: "1", kind: "keyword", text: "uno?", passages: [moved, passage(9, hash: "d")]),
      JudgingQuestion(id: "3", kind: "other", text: "three?"),
    ])
    #expect(graded.questions.map(\.id) == ["1", "2", "3"])
    #expect(graded.questions[0].kind == "keyword")
    #expect(graded.questions[0].passages.map(\.hash) == ["a", "b", "d"])
    #expect(graded.questions[0].passages.map(\.grade) == [nil, 1, nil])
    #expect(graded.questions[0].passages[1].citation.lines == 7...7)
  }

  @Test func isWrittenAndReadBack() throws {
    var graded = file
    graded.questions[1].passages[0].grade = 3
    graded.questions[0].passages[0].citation.bytes = 4..<9
    let path = NSTemporaryDirectory() + "/judging-\(UUID().uuidString).jsonl"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try graded.write(to: path)
    #expect(try JudgingFile(contentsOf: path) == graded)
  }

  @Test func exportHasWhatIsRelevant() {
    var graded = file
    #expect(graded.judgedQueries.isEmpty)
    graded.questions[0].passages[0].grade = 2
    graded.questions[0].passages[1].grade = 0
    let words = (1...40).map { "word\($0)" }.joined(separator: " ")
    graded.questions[1].passages[0].text = words
    graded.questions[1].passages[0].citation.bytes = 100..<400
    graded.questions[1].passages[0].grade = 1
    let queries = graded.judgedQueries
    #expect(queries.map(\.id) == ["1", "2"])
    #expect(queries[0].relevant.map(\.lines) == [1...1])
    #expect(queries[0].relevant[0].hash == "a")
    // A part of a long line is told by its words, not by the hash of the line.
    #expect(queries[1].relevant[0].hash == nil)
    let anchor = queries[1].relevant[0].anchor ?? ""
    #expect(words.contains(anchor))
    #expect(anchor.split(separator: " ").count == 12)
  }
}

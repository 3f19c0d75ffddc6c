import Evaluation
import Foundation
import Testing

struct JudgedQueryTests {
  static let line = """
    {"id": "q1", "kind": "factoid", "lang": "en", "text": "Who \\"made\\" it?", "relevant": \
    [{"path": "raw/a.md", "lines": [3, 7], "grade": 2, "anchor": "made by", "hash": "0a1b2c3d"}, \
    {"path": "文.md", "lines": [5, 5], "grade": 1}], "answer": "Ann", "note": ""}
    """

  @Test func readsAllKeys() throws {
    let queries = try JudgedQuery.parse(jsonLines: "\u{FEFF}" + Self.line + "\r\n\r\n")
    #expect(
      queries == [
        JudgedQuery(
          id: "q1", kind: "factoid", language: "en", text: "Who \"made\" it?",
          relevant: [
            JudgedRange(
              path: "raw/a.md", lines: 3...7, grade: 2, anchor: "made by", hash: "0a1b2c3d"),
            JudgedRange(path: "文.md", lines: 5...5, grade: 1),
          ], answer: "Ann", note: "")
      ])
  }

  @Test func keysKeepTheirOrder() throws {
    let query = try #require(try JudgedQuery.parse(jsonLines: Self.line).first)
    #expect(query.jsonLine == Self.line)
  }

  @Test func anyTextSurvives() throws {
    let nasty = "a\u{0}\u{1F}\n\r\t\"\\/\u{2028}\u{7F}é😀e\u{301}"
    let query = JudgedQuery(
      id: nasty, kind: nasty, text: nasty,
      relevant: [JudgedRange(path: nasty, lines: 1...2, grade: -1, anchor: nasty)], note: nasty)
    let again = try JudgedQuery.parse(jsonLines: query.jsonLine)
    #expect(again == [query])
    #expect(again.first?.text.unicodeScalars.elementsEqual(nasty.unicodeScalars) == true)
    let coded = try JSONEncoder().encode(query)
    #expect(try JSONDecoder().decode(JudgedQuery.self, from: coded) == query)
  }

  @Test func kindMayBeMissingAndKeysMayBeUnknown() throws {
    let text = #"{"id": "q", "text": "t", "relevant": [], "extra": {"a": [1]}}"#
    let query = try #require(try JudgedQuery.parse(jsonLines: text).first)
    #expect(query.kind == "other")
    #expect(!query.isAnswerable)
  }

  @Test(arguments: [
    ("\n\n{\"id\": ", 3, "not valid JSON"),
    ("[1]", 1, "not a JSON object"),
    (#"{"id": "q", "relevant": []}"#, 1, "no \"text\""),
    (#"{"id": "", "text": "t", "relevant": []}"#, 1, "the id is empty"),
    (#"{"id": 3, "text": "t", "relevant": []}"#, 1, "id: expected a string"),
    (
      #"{"id": "q", "text": "t", "relevant": [{"path": "a", "lines": [1, 2]}]}"#, 1,
      "no \"grade\" in relevant[0]"
    ),
    (
      #"{"id": "q", "text": "t", "relevant": [{"path": "a", "lines": [2, 1], "grade": 1}]}"#, 1,
      "relevant[0].lines: expected [first, last] with 1 <= first <= last"
    ),
    (
      #"{"id": "q", "text": "t", "relevant": [{"path": "a", "lines": [0, 1], "grade": 1}]}"#, 1,
      "relevant[0].lines: expected [first, last] with 1 <= first <= last"
    ),
    (
      #"{"id": "q", "text": "t", "relevant": [{"path": "a", "lines": "1-2", "grade": 1}]}"#, 1,
      "relevant[0].lines: expected an array"
    ),
  ])
  func malformed(text: String, line: Int, reason: String) {
    #expect(throws: EvaluationError.malformed(file: nil, line: line, reason: reason)) {
      try JudgedQuery.parse(jsonLines: text)
    }
  }

  @Test func idsAreUnique() {
    let text = #"{"id": "q", "text": "t", "relevant": []}"#
    #expect(
      throws: EvaluationError.malformed(
        file: nil, line: 4, reason: "query q stands on line 2 already")
    ) {
      try JudgedQuery.parse(jsonLines: "\n\(text)\n\n\(text)\n")
    }
  }

  @Test(.enabled(if: judgedFolder != nil, "FOOTNOTE_JUDGED is not set"))
  func readsTheJudgedSet() throws {
    let folder = try #require(Self.judgedFolder)
    for name in ["dev.jsonl", "noanswer.jsonl"] {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
      let queries = try JudgedQuery.parse(jsonLines: String(decoding: data, as: UTF8.self))
      #expect(queries.count > 5)
      #expect(queries.allSatisfy { $0.isAnswerable == (name == "dev.jsonl") })
      let again = queries.map(\.jsonLine).joined(separator: "\n")
      #expect(try JudgedQuery.parse(jsonLines: again) == queries)
    }
  }

  static let judgedFolder = ProcessInfo.processInfo.environment["FOOTNOTE_JUDGED"]
}

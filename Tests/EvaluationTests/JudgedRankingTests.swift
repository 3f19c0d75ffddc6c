import Evaluation
import Foundation
import Testing

struct JudgedRankingTests {
  @Test func documents() {
    let ranking = JudgedRanking(
      ranking: ["a", "x", "b", "a", "n"], grades: ["a": 1, "b": 3, "c": 2, "n": -1, "z": 0])
    #expect(ranking.gains == [1, 0, 3, 0, 0])
    #expect(ranking.ideal == [3, 2, 1])
  }

  // MARK: Passages

  static func passage(
    _ lines: ClosedRange<Int>, _ bytes: Range<Int>? = nil, path: String = "a.md",
    text: String? = nil
  ) -> RetrievedPassage {
    RetrievedPassage(path: path, lines: lines, bytes: bytes, text: text)
  }

  static func range(
    _ lines: ClosedRange<Int>, _ grade: Int, path: String = "a.md", anchor: String? = nil
  ) -> JudgedRange {
    JudgedRange(path: path, lines: lines, grade: grade, anchor: anchor)
  }

  static func gains(_ passages: [RetrievedPassage], _ ranges: [JudgedRange]) -> [Int] {
    JudgedRanking(passages: passages, relevant: ranges).gains
  }

  @Test func linesMeetIncludingTheirEnds() {
    let ranges = [Self.range(5...7, 2)]
    #expect(Self.gains([Self.passage(1...4)], ranges) == [0])
    #expect(Self.gains([Self.passage(1...5)], ranges) == [2])
    #expect(Self.gains([Self.passage(7...9)], ranges) == [2])
    #expect(Self.gains([Self.passage(8...9)], ranges) == [0])
    #expect(Self.gains([Self.passage(6...6)], ranges) == [2])
    #expect(Self.gains([Self.passage(5...7, path: "b.md")], ranges) == [0])
  }

  @Test func aRangeGivesItsGradeOnceAndAHitTakesTheBest() {
    let ranges = [Self.range(1...10, 1), Self.range(5...6, 3), Self.range(6...8, 3)]
    let hit = Self.passage(6...6)
    #expect(Self.gains([hit, hit, hit, hit], ranges) == [3, 3, 1, 0])
    #expect(JudgedRanking(passages: [], relevant: ranges).ideal == [3, 3, 1])
  }

  @Test func amongEqualsTheFirstInTheFileIsTaken() {
    // The first hit takes 1...9 and leaves 5...5 for the second, which meets nothing else.
    let ranges = [Self.range(1...9, 2), Self.range(5...5, 2)]
    #expect(Self.gains([Self.passage(5...5), Self.passage(5...5)], ranges) == [2, 2])
    #expect(Self.gains([Self.passage(5...5), Self.passage(1...2)], ranges) == [2, 0])
    #expect(
      Self.gains([Self.passage(5...5), Self.passage(1...2)], ranges.reversed()) == [2, 2])
  }

  @Test func hitsThatRepeatBytesDoNotCount() {
    let ranges = [Self.range(1...1, 1), Self.range(1...1, 1), Self.range(1...1, 1)]
    let first = Self.passage(1...1, 0..<10)
    #expect(Self.gains([first, Self.passage(1...1, 9..<12)], ranges) == [1, 0])
    #expect(Self.gains([first, Self.passage(1...1, 10..<12)], ranges) == [1, 1])
    #expect(Self.gains([first, Self.passage(1...1, 4..<4)], ranges) == [1, 0])
    #expect(Self.gains([first, Self.passage(1...1)], ranges) == [1, 1])
    #expect(
      Self.gains(
        [Self.passage(1...1, 0..<10, path: "b.md"), Self.passage(1...1, 9..<12)], ranges) == [0, 1])
    // What does not count does not stand in the way of others either.
    #expect(
      Self.gains([first, Self.passage(1...1, 9..<20), Self.passage(1...1, 15..<30)], ranges)
        == [1, 0, 1])
  }

  @Test(arguments: [
    ("one two", true), ("ONE\n\t two", true), (" two three ", true), ("o", true), ("", true),
    ("onetwo", false), ("two  four", false), ("ΟΔΟΣ", true), ("οδος", true), ("e\u{301}", false),
    ("\u{E9}", true), ("zwei", false),
  ])
  func anAnchorMustBeInTheText(anchor: String, isThere: Bool) {
    let text = "One \u{3000}two\r\nthree  four ΟΔΟΣ\u{A0}\u{C9}"
    let ranges = [Self.range(1...1, 1, anchor: anchor)]
    #expect(Self.gains([Self.passage(1...1, text: text)], ranges) == [isThere ? 1 : 0])
  }

  @Test func withoutTextNoAnchorIsFound() {
    let ranges = [Self.range(1...1, 2, anchor: "x"), Self.range(1...1, 1)]
    #expect(Self.gains([Self.passage(1...1)], ranges) == [1])
    #expect(Self.gains([Self.passage(1...1, text: "")], ranges) == [1])
  }

  @Test func rangesThatAreNotRelevantAreLeftOut() {
    let ranges = [Self.range(1...1, 0), Self.range(1...1, -1), Self.range(1...1, 1)]
    let ranking = JudgedRanking(
      passages: [Self.passage(1...1), Self.passage(1...1)], relevant: ranges)
    #expect(ranking.gains == [1, 0])
    #expect(ranking.ideal == [1])
  }

  // MARK: Against an independent implementation

  /// A line of answers.jsonl.
  struct Answer: Decodable {
    struct Hit: Decodable {
      let path: String
      let lines: [Int]
      let bytes: [Int]
      let text: String
    }
    let id: String
    let hits: [Hit]

    /// That implementation looks at the first hundred hits.
    var passages: [RetrievedPassage] {
      hits.prefix(100).map { hit in
        RetrievedPassage(
          path: hit.path, lines: hit.lines[0]...hit.lines[1], bytes: hit.bytes[0]..<hit.bytes[1],
          text: hit.text)
      }
    }
  }

  @Test func equalsTheIndependentScorer() throws {
    let queries = try JudgedQuery.parse(jsonLines: try Fixture.text("judged.jsonl"))
    let answers = try Fixture.text("answers.jsonl").split(separator: "\n").map {
      try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
    }
    let passages = Dictionary(uniqueKeysWithValues: answers.map { ($0.id, $0.passages) })
    let expected = try Fixture.decode([String: [String: Double]].self, "passages.json")
    let measures: [Measure] = [.nDCG(10), .reciprocalRank(10), .success(1), .recall(100)]
    let result = Evaluator.evaluate(
      name: "hits", queries: queries, passages: passages, measures: measures)
    #expect(result.queries.map(\.id) == queries.map(\.id))
    #expect(expected.count == queries.count)
    for query in result.queries {
      let theirs = try #require(expected[query.id])
      for measure in measures.map(\.description) {
        let difference = (query.values[measure] ?? -1) - (theirs[measure] ?? -2)
        #expect(abs(difference) < 1e-9, "\(query.id) \(measure)")
      }
    }
    #expect(result.queries.count { !$0.isAnswered } > 3)
    #expect((result.means["nDCG@10"] ?? 0) > 0.05)
  }

  @Test func queriesThatNothingAnswersAreLeftOut() {
    let queries = [
      JudgedQuery(id: "q1", kind: "a", text: "t", relevant: [Self.range(1...1, 1)]),
      JudgedQuery(id: "q2", kind: "a", text: "t", relevant: []),
      JudgedQuery(id: "q3", kind: "b", text: "t", relevant: [Self.range(1...1, 0)]),
    ]
    let result = Evaluator.evaluate(
      name: "x", queries: queries, passages: ["q1": [Self.passage(1...2)]],
      measures: [.success(1)])
    #expect(
      result.queries == [QueryResult(id: "q1", kind: "a", values: ["Success@1": 1])])
  }
}

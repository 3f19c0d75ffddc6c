import Corpus
import Retrieval
import Testing

struct QueryParserTests {
  private let today: CalendarDate
  private let parser: QueryParser

  init() throws {
    today = try #require(CalendarDate(year: 2026, month: 3, day: 31))
    parser = QueryParser(today: today, layers: ["raw", "wiki"])
  }

  @Test func readsEverySyntax() throws {
    let query = try parser.parse(
      #"why "bacterial code" NOT rust -java layer:wiki type:concept tag:#x path:raw/2025 after:2025-06"#
    )
    #expect(query.text == "why bacterial code")
    #expect(query.phrases == ["bacterial code"])
    #expect(query.excluded == ["rust", "java"])
    #expect(query.filter.layers == ["wiki"])
    #expect(query.filter.types == ["concept"])
    #expect(query.filter.tags == ["x"])
    #expect(query.filter.paths == ["raw/2025"])
    #expect(query.filter.after?.description == "2025-06-01")
  }

  /// Questions never fail on punctuation.
  @Test(arguments: [
    "what? (really) * AND", "\"unclosed", "it's: a - b", "50% of C++", "layer: what", "a:b:c",
    "NOT",
    "--", "\"\" x", "path:", "SELECT * FROM x; --", "'quoted' word", "(((", "*", "word*",
  ])
  func takesPunctuation(question: String) throws {
    if question.contains(where: { $0.isLetter || $0.isNumber }) {
      #expect(throws: Never.self) { try parser.parse(question) }
    } else {
      #expect(throws: QueryError.empty) { try parser.parse(question) }
    }
  }

  @Test func saysWhatIsMalformed() {
    #expect(throws: QueryError.invalidDate(field: "after", value: "soon")) {
      try parser.parse("x after:soon")
    }
    #expect(throws: QueryError.invalidDate(field: "before", value: "2025-13")) {
      try parser.parse("x before:2025-13")
    }
    #expect(throws: QueryError.unknownLayer("web", known: ["raw", "wiki"])) {
      try parser.parse("x layer:web")
    }
    #expect(throws: QueryError.empty) { try parser.parse("   ") }
    #expect(throws: QueryError.invalidGlob("a[b")) { try parser.parse("x path:a[b") }
  }

  @Test(arguments: [
    ("2025", "2025-01-01"), ("2025-06", "2025-06-01"), ("2025-6-3", "2025-06-03"),
    ("2025/06/03", "2025-06-03"), ("3w", "2026-03-10"), ("1d", "2026-03-30"), ("1m", "2026-02-28"),
    ("1y", "2025-03-31"), ("today", "2026-03-31"), ("yesterday", "2026-03-30"),
    ("last month", "2026-02-01"), ("last-month", "2026-02-01"), ("last week", "2026-03-23"),
    ("this week", "2026-03-30"), ("this year", "2026-01-01"), ("Last Year", "2025-01-01"),
  ])
  func readsDates(expression: String, expected: String) {
    #expect(DateExpression.firstDay(of: expression, today: today)?.description == expected)
  }

  @Test(arguments: ["", "soon", "25", "2025-02-30", "2025-00", "3x", "w", "last", "20250601"])
  func refusesWhatIsNoDate(expression: String) {
    #expect(DateExpression.firstDay(of: expression, today: today) == nil)
  }
}

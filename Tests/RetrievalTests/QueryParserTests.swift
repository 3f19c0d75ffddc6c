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

  @Test(arguments: [
    "", "soon", "25", "2025-02-30", "2025-00", "3x", "w", "last", "20250601", "+202", "+202-+6",
    "+3w",
    "٢٠٢٥",
  ])
  func refusesWhatIsNoDate(expression: String) {
    #expect(DateExpression.firstDay(of: expression, today: today) == nil)
  }
}

/// Fields that are excluded, and layers in any case.
struct QueryFilterTests {
  private let parser: QueryParser

  init() throws {
    let today = try #require(CalendarDate(year: 2026, month: 3, day: 31))
    parser = QueryParser(today: today, layers: ["Raw", "wiki"])
  }

  @Test(arguments: ["NOT layer:raw ghosts", "-layer:RAW ghosts", "ghosts NOT -layer:\"Raw\""])
  func excludesALayer(question: String) throws {
    let query = try parser.parse(question)
    #expect(query.filter.layers.isEmpty)
    #expect(query.filter.excluded.layers.map { $0.lowercased() } == ["raw"])
    #expect(query.text == "ghosts")
    #expect(query.excluded.isEmpty)
  }

  @Test func excludesEveryNamedField() throws {
    let query = try parser.parse("x -type:concept NOT tag:#a -path:raw/*.md NOT java")
    #expect(query.filter.excluded.types == ["concept"])
    #expect(query.filter.excluded.tags == ["a"])
    #expect(query.filter.excluded.paths == ["raw/*.md"])
    #expect(query.excluded == ["java"])
    #expect(query.text == "x")
  }

  @Test func datesCannotBeExcluded() {
    #expect(throws: QueryError.excludedDate(field: "after", value: "2025")) {
      try parser.parse("x NOT after:2025")
    }
    #expect(throws: QueryError.excludedDate(field: "before", value: "3w")) {
      try parser.parse("x -before:3w")
    }
    #expect(QueryError.excludedDate(field: "after", value: "2025").message.hasSuffix("before:2025"))
  }

  @Test func knowsLayersInAnyCase() throws {
    for name in ["raw", "RAW", "Raw"] { #expect(try parser.parse("x layer:\(name)").text == "x") }
    #expect(throws: QueryError.unknownLayer("web", known: ["Raw", "wiki"])) {
      try parser.parse("x NOT layer:web")
    }
  }

  @Test func excludesLayersOfOtherKnowledgeBases() throws {
    var parser = parser
    parser.layersElsewhere = ["web"]
    #expect(try parser.parse("x NOT layer:web").filter.excluded.layers == ["web"])
    #expect(throws: QueryError.self) { try parser.parse("x layer:web") }
  }

  @Test func namesEveryExclusionOnce() throws {
    let query = try parser.parse("x -java -java NOT java \"a b\" \"a b\"")
    #expect(query.excluded == ["java"])
    #expect(query.phrases == ["a b"])
  }
}

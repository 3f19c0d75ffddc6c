import Corpus
import Retrieval
import Testing

struct DateMentionTests {
  private func days(_ question: String) throws -> String? {
    let today = try #require(CalendarDate(year: 2026, month: 3, day: 31))
    return DateMention(in: question, today: today)
      .map { "\($0.days.lowerBound) \($0.days.upperBound)" }
  }

  @Test(arguments: [
    ("In early 2026, what did he recommend?", "2026-01-01 2026-05-01"),
    ("What did he publish in January 2026 about scaling?", "2026-01-01 2026-02-01"),
    ("his position in July and August 2025", "2025-07-01 2025-09-01"),
    ("what happened in 2024", "2024-01-01 2025-01-01"),
    ("late 2025 posts", "2025-09-01 2026-01-01"),
    ("notes of mid 2025", "2025-05-01 2025-09-01"),
    ("what did he say last October", "2025-10-01 2025-11-01"),
    ("what did he say in February", "2026-02-01 2026-03-01"),
    // A month that is not over counts as the last one that was: this year's is not yet whole.
    ("what did he say in March", "2025-03-01 2025-04-01"),
    // From one year into the next.
    ("between November and February", "2025-11-01 2026-03-01"),
    ("May 2025 in review", "2025-05-01 2025-06-01"),
    ("since July 2025, what changed", "2025-07-01 2026-04-01"),
    ("between March and May 2025", "2025-03-01 2025-06-01"),
    ("from October 2025 to January 2026", "2025-10-01 2026-02-01"),
    ("in 2025 and 2026", "2025-01-01 2027-01-01"),
    ("posts of 2025-07", "2025-07-01 2025-08-01"),
    ("how early did he say in 2025 that agents fail", "2025-01-01 2026-01-01"),
    ("what is new this March", "2026-03-01 2026-04-01"),
  ])
  func namesATime(question: String, expected: String) throws {
    #expect(try days(question) == expected)
  }

  @Test(arguments: [
    "why ghosts rather than animals?", "march of nines", "what may an agent do?",
    "the 2000 lines of code", "how many of the 1000 files", "",
    "a model with 2048 tokens", "what did he say before July 2025", "posts not in July 2025",
  ])
  func namesNone(question: String) throws {
    #expect(try days(question) == nil)
  }

  @Test(arguments: [
    ("In early 2026, what did he recommend?", "what did he recommend?"),
    ("his position in July and August 2025", "his position"),
    ("what happened in July 2025?", "what happened"),
    ("march of nines in 2025", "march of nines"),
  ])
  func itsWordsAreNotLookedUp(question: String, rest: String) throws {
    let today = try #require(CalendarDate(year: 2026, month: 3, day: 31))
    #expect(DateMention(in: question, today: today)?.rest == rest)
  }

  @Test func theQuestionCarriesIt() throws {
    let today = try #require(CalendarDate(year: 2026, month: 3, day: 31))
    let query = try QueryParser(today: today).parse("what did he do in July 2025 layer:raw")
    #expect(query.time?.days.lowerBound == CalendarDate(year: 2025, month: 7, day: 1))
    #expect(query.filter.layers == ["raw"])
  }
}

import Corpus
import Retrieval
import Testing

/// Times that a text states.
struct StatedTimeTests {
  private func times(_ text: String) -> [String] {
    StatedTime.all(in: text).map(\.span.description)
  }

  @Test(arguments: [
    ("27 January 2026", "2026-01-27"), ("On the 27th of January, 2026, it fell", "2026-01-27"),
    ("January 27, 2026", "2026-01-27"), ("Jan. 27, 2026: a note", "2026-01-27"),
    ("in October 2025 agents failed", "2025-10"), ("Sept 2025", "2025-09"),
    ("2026-01-27T10:00 a post", "2026-01-27"), ("2026/1/27", "2026-01-27"), ("2026-01", "2026-01"),
    ("[2026-11-22] ingest | Posts", "2026-11-22"),
    ("In 2024, he left", "2024"), ("late 2025", "2025-09/2025-12"), ("by 2030.", "2030"),
    ("2017 to 2022", "2017/2022"), ("Director (2017–2022) of it", "2017/2022"),
    ("between April 2025 and April 2026", "2025-04/2026-04"),
    ("July and August 2025", "2025-07/2025-08"), ("October to December 2025", "2025-10/2025-12"),
    ("2 to 5 October 2025", "2025-10-02/2025-10-05"),
    ("17 June 2025 to 2 October 2025", "2025-06-17/2025-10-02"),
    ("2025年7月6日", "2025-07-06"), ("2025年7月", "2025-07"), ("29 February 2024", "2024-02-29"),
  ])
  func oneTime(text: String, expected: String) {
    #expect(times(text) == [expected])
  }

  @Test(arguments: [
    "a model with 2048 tokens", "of 2000 lines of code", "it cost $2025", "2,025 files", "may 5",
    "31 February 2025 was", "version 2025.7", "in December", "10 to 20", "march of nines", "",
    "Python 3.12 has 1999 more", "in 2048 dimensions",
  ])
  func noTime(text: String) {
    #expect(times(text) == [])
  }

  @Test func severalInTheirOrder() {
    #expect(
      times("In May 2025 he doubted, on 20 December 2025 no longer, nor since 2026.")
        == ["2025-05", "2025-12-20", "2026"])
  }

  @Test(arguments: [
    ("In October 2025 it fell", true, false), ("**October 2025.** It fell", true, true),
    ("10 March 2026 | two hours", true, true), ("It fell in October 2025", false, false),
    ("By late 2025 it fell", true, false),
  ])
  func whereItStands(text: String, isLeading: Bool, isLabel: Bool) throws {
    let time = try #require(StatedTime.all(in: text).first)
    #expect(time.isLeading == isLeading)
    #expect(time.isLabel == isLabel)
    #expect((StatedTime.leading(in: text) != nil) == isLeading)
  }

  /// Any text is read in time linear to its length, and without a trap.
  @Test func anyText() {
    let numbers = String(repeating: "2025 to ", count: 20_000)
    #expect(StatedTime.all(in: numbers).count <= 20_000)
    for text in [
      "2025-", "1 ", "January", "2025年", "1 January", "2025-13-45", "0 May 2025", "–2025",
    ] {
      _ = StatedTime.all(in: text)
    }
  }
}

struct TimeSpanTests {
  private func date(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: year, month: month, day: day))
  }

  @Test func precision() throws {
    let day = TimeSpan(try date(2024, 2, 29))
    #expect(day.precision == .day)
    let month = try #require(TimeSpan(from: date(2024, 2, 1), to: date(2024, 2, 29)))
    #expect(month.precision == .month && month.description == "2024-02")
    let year = try #require(TimeSpan(from: date(2024, 1, 1), to: date(2024, 12, 31)))
    #expect(year.precision == .year && year.description == "2024")
    let span = try #require(TimeSpan(from: date(2024, 2, 1), to: date(2024, 2, 28)))
    #expect(span.precision == .span && span.description == "2024-02-01/2024-02-28")
    #expect(TimeSpan(from: try date(2024, 2, 2), to: try date(2024, 2, 1)) == nil)
  }

  @Test func contains() throws {
    let month = try #require(TimeSpan(from: date(2024, 2, 1), to: date(2024, 2, 29)))
    #expect(try month.contains(date(2024, 2, 29)))
    #expect(try !month.contains(date(2024, 3, 1)))
  }
}

public import Corpus

/// Times that a question names in words: `in early 2026`, `in July and August 2025`, `last October`,
/// `in 2024`. Unlike the fields `after:` and `before:` they only lead, they exclude nothing.
public enum DateMention {
  /// The days that a question means, half-open; `nil` where it names no time.
  ///
  /// Months without a year are taken to be the last ones before `today`. A year alone counts where it
  /// follows `in`, `of`, `since`, `during`, `early`, `mid` or `late`, since a number can mean anything.
  public static func days(in question: String, today: CalendarDate) -> Range<CalendarDate>? {
    let words = question.lowercased()
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    var months: [Int] = []
    var year: Int?
    var part: Part?
    var isLead = false
    for (index, word) in words.enumerated() {
      if let month = Self.months.firstIndex(of: word), isMonth(words, index) {
        months.append(month + 1)
      } else if let number = Int(word), (1950...2100).contains(number), word.count == 4,
        isLead || !months.isEmpty
      {
        year = number
        break
      } else if let found = Part(rawValue: word) {
        part = found
      }
      isLead = Self.leads.contains(word) || Part(rawValue: word) != nil
    }
    if let first = months.first, let last = months.last {
      return days(from: first, to: last, year: year, today: today)
    }
    return year.flatMap { Self.days(of: $0, part) }
  }

  /// A third of a year.
  private enum Part: String {
    case early
    case mid
    case late

    var months: ClosedRange<Int> {
      switch self {
      case .early: 1...4
      case .mid: 5...8
      case .late: 9...12
      }
    }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let leads: Set<String> = ["in", "of", "since", "during", "around", "by", "from"]

  /// `may` and `march` are also verbs and nouns: they need `in`, `last` or a year beside them.
  private static func isMonth(_ words: [String], _ index: Int) -> Bool {
    guard words[index] == "may" || words[index] == "march" else { return true }
    let before = index > 0 ? words[index - 1] : ""
    let behind = index + 1 < words.count ? Int(words[index + 1]) ?? 0 : 0
    return (1950...2100).contains(behind) || ["in", "last", "since", "during"].contains(before)
  }

  private static func days(
    from first: Int, to last: Int, year: Int?, today: CalendarDate
  ) -> Range<CalendarDate>? {
    let end = year ?? (last < today.month ? today.year : today.year - 1)
    let begin = first <= last ? end : end - 1
    guard let start = CalendarDate(year: begin, month: first, day: 1),
      let stop = CalendarDate(year: end, month: last, day: 1)?.adding(months: 1)
    else { return nil }
    return start..<stop
  }

  private static func days(of year: Int, _ part: Part?) -> Range<CalendarDate>? {
    let months = part?.months ?? 1...12
    guard let start = CalendarDate(year: year, month: months.lowerBound, day: 1),
      let stop = CalendarDate(year: year, month: months.upperBound, day: 1)?.adding(months: 1)
    else { return nil }
    return start..<stop
  }
}

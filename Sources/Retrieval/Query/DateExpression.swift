public import Corpus

/// Reads the dates that `after:` and `before:` take.
public enum DateExpression {
  /// The first day that an expression means, seen from `today`; `nil` where it means none.
  ///
  /// Takes `2025`, `2025-06`, `2025-6-3`, `2025/06/03`, a time ago (`10d`, `3w`, `2m`, `1y`), `today`,
  /// `yesterday`, and `this` or `last` with `week`, `month` or `year`. Weeks begin on Monday.
  public static func firstDay(of expression: String, today: CalendarDate) -> CalendarDate? {
    let words = expression.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" || $0 == "/" }
    if let day = calendarDay(words) { return day }
    switch words.map(String.init) {
    case ["today"]: return today
    case ["yesterday"]: return today.adding(days: -1)
    case ["this", "week"]: return today.adding(days: -today.daysSinceMonday)
    case ["last", "week"]: return today.adding(days: -today.daysSinceMonday - 7)
    case ["this", "month"]: return CalendarDate(year: today.year, month: today.month, day: 1)
    case ["last", "month"]:
      return CalendarDate(year: today.year, month: today.month, day: 1)?.adding(months: -1)
    case ["this", "year"]: return CalendarDate(year: today.year, month: 1, day: 1)
    case ["last", "year"]: return CalendarDate(year: today.year - 1, month: 1, day: 1)
    default: return words.count == 1 ? timeAgo(words[0], today: today) : nil
    }
  }

  private static func calendarDay(_ parts: [Substring]) -> CalendarDate? {
    let numbers = parts.compactMap { $0.count <= 4 ? number($0) : nil }
    guard numbers.count == parts.count, (1...3).contains(numbers.count), parts[0].count == 4
    else { return nil }
    return CalendarDate(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : 1,
      day: numbers.count > 2 ? numbers[2] : 1)
  }

  private static func timeAgo(_ text: Substring, today: CalendarDate) -> CalendarDate? {
    guard let unit = text.last, let count = number(text.dropLast()), count <= 9999 else {
      return nil
    }
    switch unit {
    case "d": return today.adding(days: -count)
    case "w": return today.adding(days: -7 * count)
    case "m": return today.adding(months: -count)
    case "y": return today.adding(months: -12 * count)
    default: return nil
    }
  }

  /// A number of digits alone, without a sign.
  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}

public import Corpus

/// The days that something is dated to: one day, a month, a year, or any days in a row.
public struct TimeSpan: Sendable, Hashable, CustomStringConvertible {
  /// The first day.
  public let first: CalendarDate
  /// The last day.
  public let last: CalendarDate

  /// `nil` where the last day comes before the first.
  public init?(from first: CalendarDate, to last: CalendarDate) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// One day.
  public init(_ day: CalendarDate) {
    first = day
    last = day
  }

  /// Some months of a year, `1 ... 12` for all; `nil` where there are no such months.
  init?(year: Int, months: ClosedRange<Int>) {
    guard let first = CalendarDate(year: year, month: months.lowerBound, day: 1),
      let last = CalendarDate(
        year: year, month: months.upperBound,
        day: CalendarDate.days(in: months.upperBound, of: year))
    else { return nil }
    self.init(from: first, to: last)
  }

  /// How exactly it is known.
  public enum Precision: String, Sendable, Hashable, Codable, CaseIterable {
    /// One day.
    case day
    /// A whole month.
    case month
    /// A whole year.
    case year
    /// Any other days in a row.
    case span
  }

  /// How exactly it is known: a whole year is no more than a year.
  public var precision: Precision {
    if first == last { return .day }
    guard first.day == 1, first.year == last.year,
      last.day == CalendarDate.days(in: last.month, of: last.year)
    else { return .span }
    if first.month == last.month { return .month }
    return first.month == 1 && last.month == 12 ? .year : .span
  }

  /// Whether a day lies in it, ends included.
  public func contains(_ day: CalendarDate) -> Bool {
    first <= day && day <= last
  }

  /// The days from the earlier first to the later last one.
  func joined(with other: TimeSpan) -> TimeSpan {
    TimeSpan(from: min(first, other.first), to: max(last, other.last)) ?? self
  }

  /// `2025-07-06`, `2025-07`, `2025`; of any other span both ends, `2025-04/2026-04`, `2017/2022`, as ISO
  /// 8601 writes intervals.
  public var description: String {
    switch precision {
    case .day: return first.description
    case .month: return String(first.description.dropLast(3))
    case .year: return String(first.description.dropLast(6))
    case .span: break
    }
    if first.month == 1, first.day == 1, last.month == 12, last.day == 31 {
      return first.description.dropLast(6) + "/" + last.description.dropLast(6)
    }
    if first.day == 1, last.day == CalendarDate.days(in: last.month, of: last.year) {
      return first.description.dropLast(3) + "/" + last.description.dropLast(3)
    }
    return "\(first)/\(last)"
  }
}

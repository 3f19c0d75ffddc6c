internal import Corpus

extension CalendarDate {
  /// Days since 1970-01-01. The algorithm is H. Hinnant's `days_from_civil` (2013).
  var daysSince1970: Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day `days` after 1970-01-01; `nil` before year 1 and after year 9999.
  init?(daysSince1970 days: Int) {
    let z = days + 719_468
    guard z >= 0 else { return nil }
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(year: year, month: month, day: dayOfYear - (153 * m + 2) / 5 + 1)
  }

  /// 0 on a Monday, 6 on a Sunday.
  var daysSinceMonday: Int {
    ((daysSince1970 + 3) % 7 + 7) % 7
  }

  func adding(days: Int) -> CalendarDate? {
    CalendarDate(daysSince1970: daysSince1970 + days)
  }

  /// The same day of another month, or that month's last day where it is shorter.
  func adding(months: Int) -> CalendarDate? {
    let count = year * 12 + month - 1 + months
    guard count >= 12 else { return nil }
    let length = CalendarDate.days(in: count % 12 + 1, of: count / 12)
    return CalendarDate(year: count / 12, month: count % 12 + 1, day: min(day, length))
  }
}

/// Numbers and days as pages write them.
enum PageText {
  /// `1 document`, `257 documents`
  static func count(_ number: Int, _ singular: String) -> String {
    "\(number) \(singular)\(number == 1 ? "" : "s")"
  }

  /// A link into the network; nothing where there is no safe one.
  static func address(_ url: String?) -> Markup {
    guard let url = DocumentLinks.external(url) else { return "" }
    return " <a href=\"\(url)\" rel=\"noreferrer\">recording or page</a>"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// 1 ... 12
  static func month(_ number: Int) -> String {
    months.indices.contains(number - 1) ? months[number - 1] : ""
  }

  static func day(_ date: CalendarDate) -> String {
    "\(date.day) \(month(date.month)) \(date.year)"
  }

  /// `6 July 2025`, `July 2025`, `2025`, `2017 to 2022`, `June 2025 to February 2026`
  static func time(_ time: TimeSpan) -> String {
    switch time.precision {
    case .day: return day(time.first)
    case .month: return "\(month(time.first.month)) \(time.first.year)"
    case .year: return "\(time.first.year)"
    case .span: break
    }
    let (first, last) = (time.first, time.last)
    let startsMonth = first.day == 1
    let endsMonth = last.day == CalendarDate.days(in: last.month, of: last.year)
    guard startsMonth, endsMonth else { return "\(day(first)) to \(day(last))" }
    if first.month == 1, last.month == 12 { return "\(first.year) to \(last.year)" }
    return "\(month(first.month)) \(first.year) to \(month(last.month)) \(last.year)"
  }
}

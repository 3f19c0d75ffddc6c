internal import FootnoteKit

/// A day, for machines and for people.
struct DateContext: Sendable, Hashable {
  /// `2026-02-26`
  var iso: String
  /// `26 Feb 2026`
  var text: String

  init(_ date: CalendarDate) {
    iso = date.description
    text = "\(date.day) \(Self.month(date.month)) \(date.year)"
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// 1 ... 12
  static func month(_ number: Int) -> String {
    months.indices.contains(number - 1) ? months[number - 1] : ""
  }
}

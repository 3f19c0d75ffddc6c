internal import FootnoteKit

extension CalendarDate {
  /// Days since 1 March of the year 0, in the Gregorian calendar.
  var dayNumber: Int {
    // Years that begin in March have the day that some lack at their end.
    let (shifted, months) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (months * 153 + 2) / 5
      + day
      - 1
  }
}

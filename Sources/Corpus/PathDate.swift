/// The day that a path names: `2025/7.6.md`, `2025/07/06.md`, `2025-07-06-title.md`, `20250706.md`,
/// `2025-07-06/notes.md`.
package enum PathDate {
  /// The date of the part nearest to the file that names one.
  package static func date(of path: String) -> CalendarDate? {
    var parts = FilePath.withoutExtension(path).utf8.split(separator: 0x2F).map(Array.init)
    while !parts.isEmpty {
      if let date = lastPartDate(parts) { return date }
      parts.removeLast()
    }
    return nil
  }

  private static func lastPartDate(_ parts: [[UInt8]]) -> CalendarDate? {
    guard let name = parts.last else { return nil }
    if let date = whole(name) { return date }
    guard parts.count >= 2 else { return nil }
    var scanner = DigitScanner(name[...])
    guard let first = scanner.number(maximumDigits: 2) else { return nil }
    if let year = year(parts[parts.count - 2]) {
      // 2025/7.6
      guard scanner.separator() != nil, let day = scanner.number(maximumDigits: 2),
        endsWord(scanner.rest)
      else { return nil }
      return CalendarDate(year: year, month: first.value, day: day.value)
    }
    guard endsWord(scanner.rest), let (year, month) = month(parts) else { return nil }
    return CalendarDate(year: year, month: month, day: first.value)
  }

  /// `2025-07-06…` or `20250706…`
  private static func whole(_ name: [UInt8]) -> CalendarDate? {
    var scanner = DigitScanner(name[...])
    guard let year = scanner.number(maximumDigits: 8) else { return nil }
    if year.digits == 8, endsWord(scanner.rest) {
      return CalendarDate(
        year: year.value / 10_000, month: year.value / 100 % 100, day: year.value % 100)
    }
    guard year.digits == 4, scanner.separator() != nil,
      let month = scanner.number(maximumDigits: 2), scanner.separator() != nil,
      let day = scanner.number(maximumDigits: 2), endsWord(scanner.rest)
    else { return nil }
    return CalendarDate(year: year.value, month: month.value, day: day.value)
  }

  /// The month that the folder of a day names: `2025/07` or `2025-07`.
  private static func month(_ parts: [[UInt8]]) -> (year: Int, month: Int)? {
    var scanner = DigitScanner(parts[parts.count - 2][...])
    guard let first = scanner.number(maximumDigits: 4) else { return nil }
    if first.digits == 4, scanner.separator() != nil,
      let month = scanner.number(maximumDigits: 2), scanner.rest.isEmpty
    {
      return (first.value, month.value)
    }
    guard first.digits <= 2, scanner.rest.isEmpty, parts.count >= 3,
      let year = year(parts[parts.count - 3])
    else { return nil }
    return (year, first.value)
  }

  private static func year(_ name: [UInt8]) -> Int? {
    var scanner = DigitScanner(name[...])
    guard let year = scanner.number(maximumDigits: 4), year.digits == 4, scanner.rest.isEmpty,
      (1000...2999).contains(year.value)
    else { return nil }
    return year.value
  }

  private static func endsWord(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let next = rest.first else { return true }
    return !ByteClass.isWord(next) && next != 0x2E
  }
}
